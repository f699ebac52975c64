# نصوص واجهة الموقع. المتغيرات بين { $braces } تملأ آليا، فاتركها كما هي.
# تفصل القيم عن النص المحيط بها لكي يستقيم اجتماع الاتجاهين من اليمين إلى اليسار ومن اليسار إلى اليمين.

## النافذة والتنقل في الموقع

# $page: عنوان الصفحة؛ $site: اسم الموقع
document-title = { $page } · { $site }
home = الصفحة الرئيسة
menu = قائمة التنقل
skip-to-content = انتقل إلى المحتوى
breadcrumbs = أنت هنا
language = اللغة
languages = اللغات
choose-language = اختر لغة
not-translated = لم يترجم بعد
lists = القوائم الحمراء
indexes = طرق البحث
more = المزيد
news = الأخبار
feed = موجز الأخبار
law = الإطار القانوني
contacts = جهات الاتصال
a-to-z = من الألف إلى الياء
previous = السابق
next = التالي
older = الأقدم
newer = الأحدث
all-entries = جميع الأنواع
read-more = اقرأ المزيد
related = انظر أيضا
needs-network = يحتاج إلى شبكة
footnote-back = العودة إلى موضع الحاشية { $note } في النص
footnotes = الحواشي
on-this-page = في هذه الصفحة
not-found = هذه الصفحة غير موجودة
not-found-text = قد يكون العنوان غير صحيح، أو نقلت الصفحة إلى مكان آخر. ابدأ من جديد من الصفحة الأولى.

## حالة النص

# $language: اسم لغة
fallback-notice = لم يترجم هذا النص بعد. لغة العرض: { $language }.
draft-notice = لم يراجع هذه الترجمة بعد أي قارئ من أهل اللغة.
stale-notice = تغير النص الأصلي بعد إنجاز هذه الترجمة.
unverified-notice = لم يؤكد أي خبير هذه المعلومات بعد.
translated-by = الترجمة: { $name }

## الأعداد

# $count: عدد أنواع القطع
entry-count = { $count ->
    [zero] لا أنواع من القطع
    [one] نوع واحد من القطع
    [two] نوعان من القطع
    [few] { $count } أنواع من القطع
    [many] { $count } نوعا من القطع
   *[other] { $count } نوع من القطع
}

## الفهارس

terms-material = بحسب المادة
terms-object-type = بحسب نوع القطعة
terms-period = بحسب العصر
terms-place = بحسب المكان
terms-script = بحسب الكتابة
terms-shape = بحسب الشكل
terms-size = بحسب الحجم
# $term: اسم المصطلح
term-title-material = المادة: { $term }
term-title-object-type = نوع القطعة: { $term }
term-title-period = العصر: { $term }
term-title-place = المكان: { $term }
term-title-script = الكتابة: { $term }
term-title-shape = الشكل: { $term }
term-title-size = الحجم: { $term }
narrower = على وجه أدق
# $title: عنوان مدخل
see = انظر { $title }

## المدخل

also-called = أسماء أخرى
look-for = ما تبحث عنه
mistaken-for = ما قد يلتبس به
warning-signs = علامات التنبيه
what-to-do = ماذا تفعل الآن
whom-to-ask = من تسأل
facts = معلومات موجزة
category = الفئة
object-types = نوع القطعة
materials = المادة
techniques = طريقة الصنع
periods = العصر
years = التاريخ
places = المكان
scripts = الكتابة
inscriptions = كيف تبدو الكتابة
shapes = الشكل
size = المقاسات
size-class = الحجم التقريبي
laws = القوانين التي تحميه
confusables = لا تخلط بينه وبين
pictures = الصور
more-about = المزيد عن هذا النوع
sources = المصادر
caution = القطعة التي تبدو هكذا تشبه نوعا محميا. وهذا وحده لا يثبت أنها مسروقة: تحفظ عليها واسأل.

## السنوات والمقاسات

# $from و$to: سنتان بلا ذكر التقويم
years-bce = من نحو { $from } إلى { $to } ق.م
years-ce = من نحو { $from } إلى { $to } م
years-bce-ce = من نحو { $from } ق.م إلى { $to } م
year-bce = نحو { $from } ق.م
year-ce = نحو { $from } م
# $min و$max: عددان؛ $unit: رمز الوحدة
size-range = من { $min } إلى { $max } { $unit }
size-exact = { $min } { $unit }
dimension-height = الارتفاع
dimension-width = العرض
dimension-depth = العمق
dimension-length = الطول
dimension-diameter = القطر
dimension-thickness = السمك
dimension-weight = الوزن
unit-mm = مم
unit-cm = سم
unit-m = م
unit-g = غ
unit-kg = كغ

## الصور

picture-status-reference = قطعة مرجعية، محفوظة في مجموعة معروفة
picture-status-seized = قطعة مضبوطة لدى جهة رسمية
picture-status-returned = قطعة مستردة
picture-status-missing = قطعة مفقودة
picture-status-illustration = رسم توضيحي
credit = الصورة: { $credit }
licence = الرخصة: { $licence }
holder = مكان الحفظ: { $holder }
inventory = رقم التسجيل { $number }

## القائمة

list-kind-emergency = قائمة حمراء طارئة
list-kind-regular = قائمة حمراء
purpose = الغرض
categories = الفئات
country = البلد
edition = الطبعة { $edition }
edition-of = الطبعة { $edition }، { $date }
first-published = تاريخ النشر الأول
national-laws = القانون الوطني
international-laws = الاتفاقيات والقرارات الدولية
law-status-in-force = ساري المفعول
law-status-ratified = تصديق
law-status-accepted = قبول
law-status-acceded = انضمام
law-status-unverified = غير مؤكد بعد
# $status: إحدى العبارات أعلاه؛ $date: تاريخ
law-status-since = { $status } ({ $date })
contact-kind-national-authority = السلطة الوطنية
contact-kind-police = الشرطة
contact-kind-customs = الجمارك
contact-kind-icom = إيكوم
contact-kind-expert = خبير
phone = الهاتف
email = البريد الإلكتروني
website = الموقع الإلكتروني
experts = الخبراء
funders = بدعم من
disclaimers = يرجى الانتباه
copyright = © { $year } { $holder }
published-by = الناشر: { $publisher }

## الحجم مرسومًا

# $min, $max: أطول ضلع؛ $unit: رمز الوحدة
beside-coin = أطول ضلع من { $min } إلى { $max } { $unit }، إلى جانب قطعة نقدية قطرها 24 مم
beside-hand = أطول ضلع من { $min } إلى { $max } { $unit }، إلى جانب يد
beside-paper = أطول ضلع من { $min } إلى { $max } { $unit }، إلى جانب ورقة بحجم A4
beside-person = أطول ضلع من { $min } إلى { $max } { $unit }، إلى جانب شخص
