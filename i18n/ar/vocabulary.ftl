### أسماء المصطلحات الواردة في content/vocabulary/.
### تكتب كما ترد داخل الجملة، نكرة من غير «ال» ما عدا أسماء الأماكن والعصور.
### يترجم ما بعد علامة "=" فقط، ولا يغير ما قبلها.

## البلدان

country-IQ = العراق

## المواد

material-clay = طين
material-baked-clay = طين مفخور
material-unbaked-clay = طين غير مفخور
material-glazed-clay = طين مزجج
material-stone = حجر
material-limestone = حجر كلس
material-gypsum = جبس
material-alabaster = مرمر (ألباستر)
material-marble = رخام
material-basalt = بازلت
material-diorite = ديوريت
material-chlorite = كلوريت
material-steatite = ستياتيت (حجر صابوني)
material-haematite = هيماتيت (حجر الدم)
material-lapis-lazuli = لازورد
material-agate = عقيق
material-carnelian = عقيق أحمر
material-chalcedony = خلقيدون (عقيق أبيض)
material-rock-crystal = بلور صخري
material-turquoise = فيروز
material-flint = صوان
material-metal = معدن
material-copper = نحاس
# معدن معظمه من النحاس، ومنه البرونز والنحاس الأصفر.
material-copper-alloy = سبيكة نحاس
material-bronze = برونز
material-brass = نحاس أصفر
material-iron = حديد
material-gold = ذهب
material-silver = فضة
material-lead = رصاص
# عنوان مجموعة.
material-ivory-bone = عاج وعظم وصدف
material-ivory = عاج
material-bone = عظم
material-shell = صدف
# عنوان مجموعة.
material-glass-faience = زجاج وفايانس
material-glass = زجاج
# مادة مزججة تصنع من مسحوق الكوارتز.
material-faience = فايانس
# مادة تشبه الفايانس من غير تزجيج.
material-frit = فريت
# عنوان مجموعة.
material-paper-leather = ورق ورقوق وجلد
# جلد حيوان أعد للكتابة.
material-parchment = رق (جلد معد للكتابة)
material-paper = ورق
material-leather = جلد
# عنوان مجموعة.
material-wood-textile = خشب ونسيج
material-wood = خشب
material-textile = نسيج
material-plaster = جص
# جص محفور أو مقولب تزين به المباني.
material-stucco = جص زخرفي
# قار طبيعي.
material-bitumen = قير
material-ink = حبر

## أنواع القطع

object-type-inscribed-object = قطعة عليها كتابة
object-type-tablet = لوح كتابة
# طبقة من الطين تحيط بلوح طيني.
object-type-tablet-envelope = غلاف لوح طيني
# كتلة من الطين لها ستة إلى عشرة أوجه مغطاة بالكتابة.
object-type-prism = موشور عليه كتابة
# قطعة من الطين على هيئة برميل صغير مغطاة بالكتابة.
object-type-barrel = أسطوانة برميلية عليها كتابة
# مخروط أو مسمار من الطين كان يثبت في الجدار.
object-type-cone = مخروط تأسيس
object-type-foundation-figure = تمثال تأسيس
object-type-brick = آجرة
object-type-figurine = دمية أو تمثال صغير
object-type-statue = تمثال
# صورة تبرز عن أرضية مستوية.
object-type-relief = نحت بارز
object-type-plaque = لوحة صغيرة
# حجر قائم عليه صورة أو كتابة.
object-type-stele = مسلة
# حجر عليه رموز الآلهة ونص يتعلق بأرض.
object-type-kudurru = حجر حدود (كودورو)
object-type-model = نموذج مصغر
object-type-inlay = قطعة تطعيم
object-type-seal = ختم
object-type-cylinder-seal = ختم أسطواني
object-type-stamp-seal = ختم منبسط
# كتلة من الطين عليها الصورة التي تركها الختم.
object-type-sealing = طبعة ختم طينية
object-type-bulla = بولا
object-type-vessel = إناء
object-type-bowl = وعاء
object-type-jar = جرة
# إبريق له مقبض ومصب.
object-type-ewer = إبريق
object-type-basin = طست
object-type-lamp = سراج
object-type-candlestick = شمعدان
object-type-coin = مسكوكة
object-type-jewellery = حلي
object-type-bead = خرزة
object-type-ornament = حلية
object-type-pendant = دلاية
object-type-ring = خاتم
object-type-ear-ring = قرط
object-type-amulet = تميمة
object-type-weapon = سلاح
object-type-axe = فأس
object-type-dagger = خنجر
object-type-arrowhead = رأس سهم
object-type-tool = أداة
object-type-sickle = منجل
# قطعة كانت تستعمل في الوزن.
object-type-weight = عيار وزن
object-type-manuscript = مخطوطة
object-type-scroll = لفافة
# ورقة مفردة من كتاب.
object-type-leaf = ورقة مخطوطة
object-type-book = كتاب مخطوط
object-type-binding = تجليد كتاب
object-type-scroll-case = صندوق لفافة
object-type-architectural-element = عنصر معماري
object-type-door = باب
object-type-panel = حشوة أو لوح مزخرف
# أعلى العمود.
object-type-capital = تاج عمود
object-type-tile = بلاطة جدارية
# مخروط بلا كتابة كان طرفه الملون جزءا من فسيفساء على جدار.
object-type-mosaic-cone = مخروط فسيفساء
object-type-coffin = تابوت
# صندوق للعظام.
object-type-ossuary = صندوق عظام

## طرق الصنع

technique-impressing = ضغط
technique-stamping = طبع بالختم
technique-engraving = حفر
technique-drilling = ثقب
technique-carving = نحت
technique-polishing = صقل
technique-modelling = تشكيل باليد
technique-moulding = تشكيل في قالب
technique-wheel-throwing = تشكيل على دولاب الفخار
technique-firing = فخر في الكورة
technique-painting = تلوين
technique-glazing = تزجيج
# غشاء معدني لامع فوق طبقة التزجيج.
technique-lustre = بريق معدني
technique-casting = سباكة
technique-hammering = طرق
# ضرب المسكوكة بمطرقة وقالبين.
technique-striking = سك
# زخرفة بكريات معدنية دقيقة.
technique-granulation = تحبيب
technique-inlay = تطعيم أو تكفيت
technique-gilding = تذهيب
# لف الزجاج الحار حول لب يزال فيما بعد.
technique-core-forming = تشكيل حول لب
technique-glass-blowing = نفخ الزجاج
technique-writing-in-ink = كتابة بالحبر

## العصور

period-neolithic = العصر الحجري الحديث
period-ubaid = عصر العبيد
period-uruk = عصر أوروك (الوركاء)
period-jemdet-nasr = عصر جمدة نصر
period-early-dynastic = عصر فجر السلالات
period-akkadian = العصر الأكدي
period-lagash-ur-iii = سلالة لكش الثانية وسلالة أور الثالثة
period-old-babylonian = العصر البابلي القديم والآشوري القديم
period-kassite-middle-assyrian = العصر الكاشي والآشوري الوسيط
period-neo-assyrian = العصر الآشوري الحديث
period-neo-babylonian = العصر البابلي الحديث
period-achaemenid = العصر الأخميني
period-seleucid = العصر السلوقي
period-parthian = العصر الفرثي
period-sasanian = العصر الساساني
period-early-islamic = صدر الإسلام والعصر العباسي
period-ilkhanid-jalayirid = العصر الإيلخاني والجلائري
period-ottoman = العصر العثماني

## الأماكن

place-southern-iraq = جنوب العراق
place-central-iraq = وسط العراق
place-diyala = منطقة ديالى
place-northern-iraq = شمال العراق
place-uruk = أوروك (الوركاء)
place-ur = أور
place-eridu = أريدو
place-girsu = كرسو (تلو)
place-lagash = لكش
place-umma = أوما
place-adab = أدب
place-nippur = نفر (نيبور)
place-isin = إيسن
place-larsa = لارسا
place-kish = كيش
place-sippar = سبار
place-babylon = بابل
place-jemdet-nasr = جمدة نصر
place-tell-al-ubaid = تل العبيد
place-basra = البصرة
place-kufa = الكوفة
place-baghdad = بغداد
place-seleucia = سلوقية على دجلة
place-ctesiphon = طيسفون (المدائن)
place-samarra = سامراء
place-eshnunna = أشنونا (تل أسمر)
place-khafajah = خفاجي
place-assur = آشور
place-nimrud = نمرود
place-nineveh = نينوى
place-khorsabad = خورسباد
place-nuzi = نوزي
place-arpachiyah = الأربجية
place-hatra = الحضر
place-mosul = الموصل
place-erbil = أربيل

## الكتابات

script-none = بلا كتابة
# أقدم كتابة، وتشبه صورا صغيرة.
script-proto-cuneiform = علامات صورية (قبل المسمارية)
script-cuneiform = علامات على شكل المسامير (مسمارية)
# عنوان مجموعة: آرامي وعبري وسرياني ويوناني وغيرها.
script-letters = حروف متتابعة (آرامية أو عبرية أو يونانية وغيرها)
script-aramaic = آرامية
script-hebrew = عبرية
script-syriac = سريانية
script-mandaic = مندائية
script-armenian = أرمنية
script-greek = يونانية
script-middle-persian = فارسية وسطى (فهلوية)
script-arabic = حروف عربية
# رقم كتبه متحف أو بعثة تنقيب على القطعة.
script-ink-number = رقم بالحبر أو بالطلاء

## الأشكال

shape-slab = لوح أو بلاطة مسطحة
shape-cylinder = أسطوانة
shape-cone = مخروط أو مسمار
shape-lump = كتلة غير منتظمة
shape-figure = هيئة إنسان أو حيوان
shape-vessel = جرة أو وعاء
shape-blade = أداة أو نصل
shape-disc = قرص
shape-ring-bead = حلقة أو خرزة
shape-leaf-book = ورقة أو لفافة أو كتاب
shape-block = كتلة منتظمة أو آجرة

## الأحجام

size-fingertip = تدخل في علبة ثقاب
size-hand = تدخل في كف اليد
size-suitcase = تدخل في حقيبة سفر
size-two-people = تحتاج إلى شخصين

## القوانين

law-iraq-59-1936 = قانون الآثار رقم 59 لسنة 1936
    .subject = قانون الآثار السابق في العراق: الآثار التي يبلغ عمرها 200 سنة أو أكثر ملك للدولة. عدل بالقانون رقم 120 لسنة 1974 والقانون رقم 164 لسنة 1975.
law-iraq-55-2002 = قانون الآثار والتراث رقم 55 لسنة 2002
    .subject = يحمي القطع والمواقع التي يبلغ عمرها 200 سنة أو أكثر. ويمكن أن يحمي قرار من الوزير تراثًا أحدث عهدًا. لا يجوز لأحد بيع الآثار أو إهداؤها أو إخراجها من البلد؛ وللهيئة العامة للآثار والتراث وحدها أن تعيرها.
# تذكر مصادرنا رقمين مختلفين للمادة (109 أو 113)، ولذلك لم نذكر رقما.
law-iraq-constitution-2005 = دستور جمهورية العراق لسنة 2005
    .subject = يعد الآثار والمخطوطات والمسكوكات ثروة للأمة كلها. تحقق من رقم المادة قبل الاستشهاد بها.
law-unscr-661-1990 = قرار مجلس الأمن التابع للأمم المتحدة 661 (1990)
    .subject = اتخذ في 6 آب/أغسطس 1990. وقد جعلت قرارات لاحقة هذا اليوم حدًا زمنيًا للممتلكات الثقافية التي أخرجت من العراق.
law-unscr-1483-2003 = قرار مجلس الأمن التابع للأمم المتحدة 1483 (2003)
    .subject = الفقرة 7: على جميع الدول أن تساعد على إعادة الممتلكات الثقافية التي أخرجت من العراق منذ 6 آب/أغسطس 1990، وأن تحظر الاتجار بها. ويكفي الاشتباه المعقول لتطبيق الحظر.
law-unscr-2199-2015 = قرار مجلس الأمن التابع للأمم المتحدة 2199 (2015)
    .subject = الفقرات 15 إلى 17: يحظر الاتجار بالممتلكات الثقافية التي أخرجت من العراق منذ 6 آب/أغسطس 1990 ومن سوريا منذ 15 آذار/مارس 2011.
law-unscr-2347-2017 = قرار مجلس الأمن التابع للأمم المتحدة 2347 (2017)
    .subject = يتابع القرارات السابقة، ويطلب من الإنتربول ومنظمة الجمارك العالمية المساعدة.
law-hague-1954 = اتفاقية لاهاي لعام 1954 لحماية الممتلكات الثقافية في حالة نزاع مسلح
    .subject = تتعهد الدول بحماية الممتلكات الثقافية في الحرب، وباحترام ممتلكات الدول الأخرى.
law-unesco-1970 = اتفاقية اليونسكو لعام 1970 لمنع الاتجار غير المشروع بالممتلكات الثقافية
    .subject = تتعهد الدول بمنع استيراد الممتلكات الثقافية وتصديرها ونقل ملكيتها بطرق غير مشروعة.
law-unesco-1972 = اتفاقية اليونسكو للتراث العالمي لعام 1972
    .subject = تتعهد الدول بحماية المواقع ذات القيمة الاستثنائية.
