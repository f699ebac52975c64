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
# يظهر على الصفحة الأولى بجانب اللغة التي يطلبها المتصفح
suggested-language = لغة متصفحك
not-translated = لم يُترجم بعد
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
all-news = جميع الأخبار
all-contacts = جميع جهات الاتصال
read-more = اقرأ المزيد
print = اطبع هذه الصفحة
to-top = العودة إلى أعلى الصفحة
letters = الحروف
# $address: مكان الصفحة؛ يطبع في أسفل الورقة
page-address = الصفحة: { $address }
related = انظر أيضًا
needs-network = يحتاج إلى اتصال بالشبكة
footnote-back = العودة إلى موضع الحاشية { $note } في النص
footnotes = الحواشي
on-this-page = في هذه الصفحة
not-found = هذه الصفحة غير موجودة
not-found-text = قد يكون العنوان غير صحيح، أو نُقلت الصفحة إلى مكان آخر. ابدأ من جديد من الصفحة الأولى.

## حالة النص

# $language: اسم لغة
fallback-notice = لم يُترجم هذا النص بعد. وهو معروض باللغة التالية: { $language }.
draft-notice = لم يراجع هذه الترجمة بعد أي قارئ من أهل اللغة.
stale-notice = تغير النص الأصلي بعد إنجاز هذه الترجمة.
unverified-notice = لم يؤكد أي خبير هذه المعلومات بعد.
translated-by = الترجمة: { $name }
about-text = عن هذا النص

## الأعداد

# $count: عدد أنواع القطع
entry-count = { $count ->
    [zero] لا أنواع من القطع
    [one] نوع واحد من القطع
    [two] نوعان من القطع
    [few] { $count } أنواع من القطع
    [many] { $count } نوعًا من القطع
   *[other] { $count } نوع من القطع
}

# $count: عدد الصور التي ترد في أسفل الصفحة سوى الأولى
more-pictures = { $count ->
    [zero] لا صور أخرى
    [one] صورة واحدة أخرى
    [two] صورتان أخريان
    [few] { $count } صور أخرى
    [many] { $count } صورة أخرى
   *[other] { $count } صورة أخرى
}

## الطريقان إلى المداخل، في الصفحة الرئيسة

find-by-word = ابحث بكلمة
find-by-word-hint = تعرف اسمًا أو مكانًا أو عصرًا.
find-by-sight = تعرف بما تراه
find-by-sight-hint = القطعة أو صورتها أمامك.

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
whom-to-ask = بمن تتصل
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
# بجانب الصورة، لمن لا يرى أنها تكبر بالنقر
enlarge = اعرض الصورة أكبر
close = إغلاق
zoom-in = تكبير
zoom-out = تصغير
more-about = المزيد عن هذا النوع
law-more = ما تنص عليه هذه القوانين
sources = المصادر
caution = القطعة التي تبدو هكذا تشبه نوعًا محميًا. وهذا وحده لا يثبت أنها مسروقة: تحفظ عليها واسأل.

## السنوات والمقاسات

# $from و$to: سنتان بلا ذكر التقويم
era-bce = { $year } ق.م
era-ce = { $year } م
years-bce = من نحو { $from } إلى { $to } ق.م
years-ce = من نحو { $from } إلى { $to } م
years-bce-ce = من نحو { $from } ق.م إلى { $to } م
year-bce = نحو { $from } ق.م
year-ce = نحو { $from } م
# $min و$max: عددان؛ $unit: رمز الوحدة؛ $coin و$coin_unit: قطر قطعة النقود
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

## استمارة هوية القطعة: استمارة فارغة لقطعة واحدة، تملأ على الشاشة أو على الورق

object-id-form = استمارة هوية القطعة (Object ID)
object-id-how = املأ الاستمارة هنا ثم اطبعها، أو اطبعها فارغة واكتب بخط يدك. لا يُرسل شيء ولا يُحفظ: إذا أغلقت هذه الصفحة زال ما كتبته.
object-id-photographs = الصور
object-id-photo-whole = القطعة كلها من جميع الجهات
object-id-photo-marks = الكتابات والعلامات عن قرب
object-id-photo-damage = مواضع التلف والترميم عن قرب
object-id-photo-scale = في الصورة مسطرة أو شيء معروف الحجم
object-id-questions = تسعة أسئلة
object-id-type = نوع القطعة
object-id-type-hint = اكتب الكلمة العامة أولًا ثم الخاصة: ختم، ختم أسطواني.
object-id-materials = المواد وطرق الصنع
object-id-materials-hint = ممَّ صُنعت، وكيف؟
object-id-measurements = المقاسات
object-id-measurements-hint = الحجم والوزن. اذكر البعد والوحدة.
object-id-inscriptions = الكتابات والعلامات
object-id-inscriptions-hint = كتابات وأرقام وأختام وبطاقات. انقلها كما هي تمامًا.
object-id-features = السمات المميزة
object-id-features-hint = ما يميز هذه القطعة من مثيلاتها: تلف أو ترميم أو عيوب.
object-id-title = العنوان
object-id-title-hint = الاسم الذي تُعرف به بين الناس. معظم القطع لا اسم لها.
object-id-subject = الموضوع
object-id-subject-hint = ماذا صُوِّر عليها؟
object-id-date = التاريخ أو العصر
object-id-date-hint = كم عمرها كما يقال، ومن القائل؟
object-id-maker = الصانع
object-id-maker-hint = شخص أو مشغل أو حضارة.
object-id-description = وصف قصير
object-id-description-hint = اللون والشكل، ومكان الصنع إن عرفته.
object-id-extras = إن كنت تعرفها
object-id-inventory = رقم التسجيل
object-id-written = الوثائق المكتوبة المتعلقة بها
object-id-written-hint = فواتير ورسائل وكتب تظهر فيها.
object-id-origin = مكان الصنع أو العثور
object-id-origin-hint = ومن القائل به.
object-id-related = القطع المتصلة بها
object-id-related-hint = قطع أخرى من الطرد نفسه أو المجموعة نفسها.
object-id-documented = تاريخ التوثيق

## The offline edition: the foot of every page, and START-HERE.html on a stick

# $date: the last day on which nobody needs to ask for a newer edition
valid-until = صالحة حتى { $date }
newer-edition = ربما صدرت طبعة أحدث. اسأل الناشر.
start-here = ابدأ من هنا
start-open = افتح القائمة الحمراء
start-help = إذا لم يفتح شيء
start-help-browser = على الحاسوب، افتح هذه الصفحة في متصفح مثل Firefox أو Chrome أو Edge: اختر «فتح باستخدام»، ثم المتصفح.
start-help-copy = إذا بقيت الصفحات فارغة أو نقصت الصور، فانسخ كل شيء إلى الحاسوب أولا، ثم افتح START-HERE.html هناك.
start-help-phone = بعض الهواتف لا تعرض إلا هذه الصفحة، ولا تعمل روابطها. اطلب من الناشر الطبعة في ملف واحد.
start-help-safe = لا يلزم تثبيت أي شيء، ولا يرسل أي شيء. إذا طلبت منك نافذة تثبيت شيء، فهي ليست من هذه الطبعة: ارفض.
start-help-check = لاكتشاف التلف، قارن الملفات بما في SHA256SUMS. أما التغيير المتعمد فلا يكشفه إلا التوقيع: اسأل الناشر كيف تتحقق منه.

## On paper: the booklet and the cards of a list

# $list: the list's title
print-title = { $list }: كتيب للطباعة
cards-title = { $list }: بطاقات للطباعة
print-booklet = كتيب للطباعة
print-cards = بطاقات للطباعة
print-how = اطبع هذا الكتيب على ورق A4 أو Letter، أو احفظه بصيغة PDF من نافذة الطباعة.
cards-how = اطبع على وجه واحد من ورق سميك، A4 أو Letter، بالحجم الكامل، ثم قص على الخطوط.
contents = المحتويات
card-ask = هل تشبه القطعة هذا؟ تحفظ عليها واسأل.

## الحجم مرسوما

# $coin و$coin_unit: قطر قطعة النقود
beside-coin = قطع معتادة مرسومة بمقياس واحد إلى جانب قطعة نقود قطرها { $coin } { $coin_unit }
beside-hand = قطع معتادة مرسومة بمقياس واحد إلى جانب يد
beside-paper = قطع معتادة مرسومة بمقياس واحد إلى جانب ورقة بحجم A4
beside-person = قطع معتادة مرسومة بمقياس واحد إلى جانب شخص

## البحث

search = بحث
search-label = البحث بكلمة
search-help = اكتب اسما أو مادة أو مكانا أو عصرا، بأي لغة من لغات هذا الموقع. ولمزيد من الدقة: ‎+لازم ‎-مستبعد بداية* "كلمات متتابعة" مادة:طين
# What readers may write before a colon in a query; several names with commas
search-field-list = قائمة
search-field-category = فئة
search-field-material = مادة
search-field-type = نوع
search-field-period = عصر، فترة
search-field-place = مكان
search-field-script = كتابة، خط
search-field-shape = شكل
search-field-size = حجم
search-browse = أو تصفح الفهارس
search-narrow = تضييق البحث
search-results = النتائج
search-chosen = ما اخترته؛ اضغط على أحدها لإزالته
search-suggestions = اقتراحات
# $count: how many types of objects were found
search-count = { $count ->
    [zero] لم يعثر على أي نوع ({ $count })
    [one] عثر على نوع واحد ({ $count }) من القطع
    [two] عثر على نوعين ({ $count }) من القطع
    [few] عثر على { $count } أنواع من القطع
    [many] عثر على { $count } نوعا من القطع
   *[other] عثر على { $count } نوع من القطع
}
search-nothing = لا توجد نتائج.
search-nothing-hint = جرب كلمات أقل أو كلمات أخرى، أو تعرف على القطعة مما تراه. غياب القطعة عن هذه القائمة لا يعني أنها غير محمية: إن شككت فاسأل.
# $typed: what the reader typed; $found: the words that were looked for instead
search-corrected = لا يرد في أي مدخل لفظ «{ $typed }». وهذه ما يرد: { $found }
search-more = عرض المزيد
search-all = جميع النتائج
# $name: a material, a period and so on
search-remove = إزالة { $name }
search-lost = أحد ملفات البحث مفقود، فلا يمكن العثور على كل شيء. انسخ المجلد كله مرة أخرى، أو استعمل الفهرس الأبجدي.
search-other-edition = ملفات البحث من طبعات مختلفة. انسخ المجلد كله مرة أخرى، أو استعمل الفهرس الأبجدي.
# $from, $to: years with their eras; one of them may be “…”
search-years = من { $from } إلى { $to }
# $language: the name of a language
search-in-language = باللغة { $language }:
search-from = من
search-to = إلى
search-era = التقويم
search-bce = ق.م
search-ce = م

## التعرف على القطعة مما تراه

identify = تعرف على القطعة مما تراه
# $choices: what was chosen, as a list
identify-title = ما يطابق: { $choices }
identify-how = اختر ما تراه بأي ترتيب، ودع ما لست متأكدا منه. وما يطابق اختيارك يظهر في الأسفل.
identify-begin = اختر من الرسوم
identify-material = من أي مادة هي؟
identify-shape = ما شكلها؟
identify-script = هل عليها كتابة؟
identify-size = ما حجمها؟
identify-not-sure = لست متأكدا
identify-chosen = اخترت
identify-start-again = ابدأ من جديد
identify-candidates = ما يطابق
identify-none-yet = لم تختر شيئا بعد: هذه كل الأنواع.
identify-compare = قارن
identify-yes = تبدو هكذا
identify-no = وليست هكذا
identify-more = ما يطابق أكثر مما يعرض هنا. اختر مزيدا مما تراه، أو تصفحها كلها:
identify-nothing = لا شيء في هذه القائمة يطابق كل ما اخترته. تراجع عن أحد اختياراتك، أو عامل القطعة على أنها مشبوهة.
identify-nothing-fits = لا شيء يطابق؟
identify-nothing-fits-text = عامل القطعة مع ذلك على أنها مشبوهة: القائمة تذكر أنواعا لا كل قطعة، وقد تكون القطعة مكسورة أو بالية أو مموهة. تحفظ عليها وصورها واسأل.

## The drawings of the choices, in words

drawing-material-clay = كتلة طين مستديرة عليها أثر إبهام
drawing-material-stone = كتلة حجر خشنة حادة الحواف
drawing-material-metal = سبيكة معدن تلمع
drawing-material-ivory-bone = ناب عاج وعظم صغير
drawing-material-glass-faience = قارورة زجاج ذات خطوط متموجة
drawing-material-paper-leather = ورقة مكتوبة زاويتها ملتوية
drawing-material-wood-textile = لوح خشب ظاهر العروق إلى جانب قطعة نسيج
drawing-material-plaster = لوح مقولب عليه زخرفة بارزة ملتفة
drawing-shape-slab = لوح مستو يرى من الأمام ومن الجانب قليلا
drawing-shape-cylinder = أسطوانة مثقوبة على طول محورها
drawing-shape-cone = مسمار عريض الرأس مدبب الساق
drawing-shape-lump = كتلة ضغطت فيها صورة صغيرة
drawing-shape-figure = هيئة إنسان وهيئة حيوان
drawing-shape-vessel = إناء مستدير له عنق
drawing-shape-blade = خنجر بنصله ومقبضه
drawing-shape-disc = مسكوكة عليها رأس، ترى من وجهها ومن حافتها
drawing-shape-ring-bead = خاتم وصف من الخرز
drawing-shape-leaf-book = كتاب مفتوح أوراقه مكتوبة
drawing-shape-block = كتلة تشبه الآجرة
drawing-script-none = سطح خال
drawing-script-proto-cuneiform = صور صغيرة في مربعات: سمكة وسنبلة ونقاط
drawing-script-cuneiform = ثلاثة صفوف من علامات على شكل المسامير
drawing-script-letters = صفان من حروف منفصلة
drawing-script-arabic = حروف عربية متصلة ذات نقاط
drawing-script-ink-number = رقم داخل إطار مكتوب على سطح القطعة
drawing-size-fingertip = قطعة صغيرة إلى جانب قطعة نقد
drawing-size-hand = قطعة إلى جانب يد مفتوحة
drawing-size-suitcase = قطعة إلى جانب حقيبة سفر
drawing-size-two-people = شخصان يحملان قطعة بينهما
