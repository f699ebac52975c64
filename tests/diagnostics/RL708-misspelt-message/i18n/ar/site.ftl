site-title = قائمة حمراء صغيرة
edition-of = الطبعة { $edition } بتاريخ { $date }
skip-to-contnet = إلى المحتوى
