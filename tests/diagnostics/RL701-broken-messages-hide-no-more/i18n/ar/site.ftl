a-list = { the-list } { edition-of }
site-title = قائمة حمراء صغيرة
edition-of = الطبعة { $edition } بتاريخ { $date }
