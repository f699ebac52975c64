site-title = قائمة حمراء صغيرة
edition-of = الطبعة { $edition } بتاريخ { $day } { $date }
