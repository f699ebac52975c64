site-title = قائمة حمراء صغيرة
edition-of = { adition } { $edition } بتاريخ { $date }
