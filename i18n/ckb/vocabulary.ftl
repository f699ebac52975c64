### ناوی زاراوەکانی ناو content/vocabulary/.
### وەک ناو ڕستە دەنووسرێن، بە شێوەی نەناسراو و تاک.
### تەنیا ئەوەی دوای "=" وەردەگێڕدرێت. ئەوەی پێش "=" هەرگیز ناگۆڕدرێت.

## وڵاتان

country-IQ = عێراق

## ماددەکان

material-clay = گڵ
material-baked-clay = گڵی سوورکراوە
material-unbaked-clay = گڵی سوورنەکراوە
material-glazed-clay = گڵی شووشەکراو
material-stone = بەرد
material-limestone = بەردی کلسی
material-gypsum = بەردی گەچ
material-alabaster = ئەلەباستەر
material-marble = مەڕمەڕ
material-basalt = بازاڵت
material-diorite = دیۆرایت
material-chlorite = کلۆرایت
material-steatite = ستیاتایت (بەردی سابوون)
material-haematite = هیماتایت (بەردی خوێن)
material-lapis-lazuli = لاجوەرد
material-agate = عەقیق
material-carnelian = عەقیقی سوور
material-chalcedony = کاڵسیدۆن (عەقیقی کاڵ)
material-rock-crystal = بلووری بەردین
material-turquoise = پیرۆزە
material-flint = بەردەستێ
material-metal = کانزا
material-copper = مس
# Metal that is mostly copper. Bronze and brass are copper alloys.
material-copper-alloy = داڕشتەی مس
material-bronze = برۆنز
material-brass = مسی زەرد
material-iron = ئاسن
material-gold = زێڕ
material-silver = زیو
material-lead = قوڕقوشم
# Heading of a group.
material-ivory-bone = عاج، ئێسک و سەدەف
material-ivory = عاج
material-bone = ئێسک
material-shell = سەدەف
# Heading of a group.
material-glass-faience = شووشە و فایانس
material-glass = شووشە
# A glazed material made from ground quartz.
material-faience = فایانس
# A material like faience, without the glaze.
material-frit = فریت
# Heading of a group.
material-paper-leather = کاغەز، پێستی نووسین و چەرم
# Animal skin prepared for writing.
material-parchment = پێستی نووسین
material-paper = کاغەز
material-leather = چەرم
# Heading of a group.
material-wood-textile = دار و قوماش
material-wood = دار
material-textile = قوماش
material-plaster = گەچ
# Plaster that is carved or moulded as decoration of a building.
material-stucco = گەچی نەخشێنراو
# Natural tar.
material-bitumen = قیر
material-ink = مەرەکەب

## جۆرەکانی پارچە

object-type-inscribed-object = پارچەی نووسراو
object-type-tablet = تابلۆی نووسین
# A layer of clay that encloses a clay tablet.
object-type-tablet-envelope = بەرگی تابلۆی گڵین
# A clay block with six to ten sides, covered with writing.
object-type-prism = مەنشووری نووسراو
# A clay object in the shape of a small barrel, covered with writing.
object-type-barrel = بەرمیلۆکەی نووسراو
# A clay cone or nail that was set in a wall.
object-type-cone = بزماری بناغە
object-type-foundation-figure = پەیکەرۆکەی بناغە
object-type-brick = خشت
object-type-figurine = پەیکەرۆکە
object-type-statue = پەیکەر
# A picture that stands out from a flat ground.
object-type-relief = نەخشی بەرجەستە
object-type-plaque = پلاک
# An upright stone with a picture or writing.
object-type-stele = کێلە بەرد
# A stone with symbols of gods and a text about land.
object-type-kudurru = بەردی سنوور (کودورو)
object-type-model = مۆدێلی بچووک
object-type-inlay = پارچەی تێچەسپێنراو
object-type-seal = مۆر
object-type-cylinder-seal = مۆری لوولەیی
object-type-stamp-seal = مۆری تەخت
# A lump of clay with the picture that a seal has left in it.
object-type-sealing = مۆری گڵین
object-type-bulla = بوللا (تۆپەڵە گڵی مۆرکراو)
object-type-vessel = دەفر
object-type-bowl = قاپ
object-type-jar = کووپە
# A jug with a handle and a spout.
object-type-ewer = مەسینە
object-type-basin = تەشت
object-type-lamp = چرا
object-type-candlestick = مۆمدان
object-type-coin = سکە
object-type-jewellery = خشڵ
object-type-bead = موورو
object-type-ornament = پارچەی ڕازاندنەوە
object-type-pendant = ئاوێزە
object-type-ring = ئەنگوستیلە
object-type-ear-ring = گوارە
object-type-amulet = نووشتە
object-type-weapon = چەک
object-type-axe = تەور
object-type-dagger = خەنجەر
object-type-arrowhead = سەرەتیر
object-type-tool = ئامراز
object-type-sickle = داس
# A piece that was used for weighing.
object-type-weight = سەنگی کێشان
object-type-manuscript = دەستنووس
object-type-scroll = تۆماری پێچراو
# A single leaf of a book.
object-type-leaf = پەڕەی دەستنووس
object-type-book = کتێبی دەستنووس
object-type-binding = بەرگی کتێب
object-type-scroll-case = سندووقی تۆمار
object-type-architectural-element = توخمی تەلارسازی
object-type-door = دەرگا
object-type-panel = تەختەی نەخشێنراو
# The top of a column.
object-type-capital = تاجی ستوون
object-type-tile = کاشی
# A plain cone whose coloured end was part of a mosaic on a wall.
object-type-mosaic-cone = قووچەکی مۆزاییک
object-type-coffin = تابووت
# A box for bones.
object-type-ossuary = سندووقی ئێسک

## تەکنیکەکان

technique-impressing = پەستاندن
technique-stamping = مۆرلێدان
technique-engraving = هەڵکەندن
technique-drilling = کونکردن
technique-carving = تاشین
technique-polishing = لووسکردن
technique-modelling = شێوەپێدان بە دەست
technique-moulding = شێوەپێدان لە قاڵبدا
technique-wheel-throwing = شێوەپێدان بە چەرخی گۆزەگەری
technique-firing = سوورکردنەوە لە کوورەدا
technique-painting = ڕەنگکردن
technique-glazing = شووشەکردن
# A shining metallic film on a glaze.
technique-lustre = بریقەی کانزایی
technique-casting = داڕشتن لە قاڵبدا
technique-hammering = کوتانەوە بە چەکوش
# Making a coin with a hammer and two dies.
technique-striking = سکەلێدان
# Decorating with tiny metal balls.
technique-granulation = دەنکۆڵەکاری
technique-inlay = تێچەسپاندن
technique-gilding = زێڕاوکردن
# Winding hot glass round a core that is later removed.
technique-core-forming = پێچانی شووشە بە دەوری ناوکدا
technique-glass-blowing = فووکردنی شووشە
technique-writing-in-ink = نووسین بە مەرەکەب

## سەردەمەکان

period-neolithic = چاخی بەردی نوێ
period-ubaid = سەردەمی عوبەید
period-uruk = سەردەمی ئورووک (وەرکا)
period-jemdet-nasr = سەردەمی جەمدەت نەسر
period-early-dynastic = سەردەمی سەرەتای بنەماڵەکان
period-akkadian = سەردەمی ئەکەدی
period-lagash-ur-iii = بنەماڵەی دووەمی لەگەش و بنەماڵەی سێیەمی ئوور
period-old-babylonian = سەردەمی بابلیی کۆن و ئاشووریی کۆن
period-kassite-middle-assyrian = سەردەمی کاشی و ئاشووریی ناوەڕاست
period-neo-assyrian = سەردەمی ئاشووریی نوێ
period-neo-babylonian = سەردەمی بابلیی نوێ
period-achaemenid = سەردەمی هەخامەنشی
period-seleucid = سەردەمی سلووکی
period-parthian = سەردەمی ئەشکانی (پارتی)
period-sasanian = سەردەمی ساسانی
period-early-islamic = سەرەتای ئیسلام و سەردەمی عەباسی
period-ilkhanid-jalayirid = سەردەمی ئێلخانی و جەلائیری
period-ottoman = سەردەمی عوسمانی

## شوێنەکان

place-southern-iraq = باشووری عێراق
place-central-iraq = ناوەڕاستی عێراق
place-diyala = ناوچەی دیالە
place-northern-iraq = باکووری عێراق
place-uruk = ئورووک (وەرکا)
place-ur = ئوور
place-eridu = ئێریدوو
place-girsu = گیرسوو (تەللۆ)
place-lagash = لەگەش
place-umma = ئوما
place-adab = ئەدەب
place-nippur = نیپوور (نوفەر)
place-isin = ئیسن
place-larsa = لارسا
place-kish = کیش
place-sippar = سیپار
place-babylon = بابل
place-jemdet-nasr = جەمدەت نەسر
place-tell-al-ubaid = تەل عوبەید
place-basra = بەسرە
place-kufa = کووفە
place-baghdad = بەغدا
place-seleucia = سلووکیای سەر دیجلە
place-ctesiphon = تەیسەفوون (مەدائین)
place-samarra = سامەڕا
place-eshnunna = ئەشنوونا (تەل ئەسمەر)
place-khafajah = خەفاجە
place-assur = ئاشوور
place-nimrud = نەمرود
place-nineveh = نەینەوا
place-khorsabad = خۆرسەباد
place-nuzi = نووزی
place-arpachiyah = ئەرپەچیە
place-hatra = حەزەر
place-mosul = مووسڵ
place-erbil = هەولێر

## نووسینەکان

script-none = بێ نووسین
# The earliest writing, which looks like small pictures.
script-proto-cuneiform = نیشانەی وێنەیی (پێش بزماری)
script-cuneiform = نووسینی بزماری (مێخی)
# سەردێڕی کۆمەڵەیەک: ئارامی، عیبری، سریانی، یۆنانی و هی تر.
script-letters = پیتی بە ڕیز (ئارامی، عیبری، یۆنانی و هی تر)
script-aramaic = ئارامی
script-hebrew = عیبری
script-syriac = سریانی
script-mandaic = مەندایی
script-armenian = ئەرمەنی
script-greek = یۆنانی
script-middle-persian = فارسیی ناوەڕاست (پەهلەوی)
script-arabic = پیتی عەرەبی
# Written on the object by a museum or an excavation.
script-ink-number = ژمارە بە مەرەکەب یان بۆیە

## شێوەکان

shape-slab = پارچەی پان و تەخت
shape-cylinder = لوولە
shape-cone = قووچەک یان بزمار
shape-lump = تۆپەڵە
shape-figure = پەیکەری مرۆڤ یان ئاژەڵ
shape-vessel = گۆزە یان قاپ
shape-blade = ئامراز یان تیخ
shape-disc = پەپکە
shape-ring-bead = ئەڵقە یان موورو
shape-leaf-book = پەڕە، تۆمار یان کتێب
shape-block = بلۆک یان خشت

## قەبارەکان

size-fingertip = لە قوتووی شقارتەدا جێی دەبێتەوە
size-hand = لە ناو دەستدا جێی دەبێتەوە
size-suitcase = لە جانتای گەشتدا جێی دەبێتەوە
size-two-people = دوو کەسی دەوێت

## یاساکان

law-iraq-59-1936 = یاسای شوێنەوار ژمارە ٥٩ی ساڵی ١٩٣٦
    .subject = یاسای پێشووی شوێنەوار لە عێراق: شوێنەواری ٢٠٠ ساڵ یان زیاتر موڵکی دەوڵەتە. بە یاسای ژمارە ١٢٠ی ساڵی ١٩٧٤ و یاسای ژمارە ١٦٤ی ساڵی ١٩٧٥ هەموار کراوە.
law-iraq-55-2002 = یاسای شوێنەوار و کەلەپوور ژمارە ٥٥ی ساڵی ٢٠٠٢
    .subject = ئەو پارچە و شوێنانە دەپارێزێت کە ٢٠٠ ساڵ یان زیاتریان تەمەنە. بە بڕیاری وەزیر دەشێت کەلەپووری نوێتریش بپارێزرێت. کەس بۆی نییە شوێنەوار بفرۆشێت، ببەخشێت یان بیباتە دەرەوەی وڵات؛ تەنیا دەستەی گشتیی شوێنەوار و کەلەپوور بۆی هەیە بە ئەمانەت بیدات.
# Our sources give different numbers for the article (109 or 113). That is why no number is named.
law-iraq-constitution-2005 = دەستووری کۆماری عێراق، ٢٠٠٥
    .subject = شوێنەوار، دەستنووس و سکە بە سامانی نیشتمانیی هەموو گەل دادەنێت. پێش ئەوەی پشتی پێ ببەستن، ژمارەی ماددەکە بپشکنن.
law-unscr-661-1990 = بڕیاری ژمارە ٦٦١ی (١٩٩٠) ئەنجومەنی ئاسایشی نەتەوە یەکگرتووەکان
    .subject = لە ٦ی ئابی ١٩٩٠ پەسەند کراوە. بڕیارەکانی دواتر ئەم ڕۆژەیان کردووە بە سنووری کاتی بۆ ئەو موڵکە کولتوورییانەی لە عێراق بردراونەتە دەرەوە.
law-unscr-1483-2003 = بڕیاری ژمارە ١٤٨٣ی (٢٠٠٣) ئەنجومەنی ئاسایشی نەتەوە یەکگرتووەکان
    .subject = بڕگەی ٧: دەبێت هەموو دەوڵەتان یارمەتیی گەڕاندنەوەی ئەو موڵکە کولتوورییانە بدەن کە لە ٦ی ئابی ١٩٩٠ەوە لە عێراق بردراونەتە دەرەوە، و بازرگانی پێوەکردنیان قەدەغە بکەن. گومانی بەجێ بەسە بۆ ئەوەی قەدەغەکە جێبەجێ بکرێت.
law-unscr-2199-2015 = بڕیاری ژمارە ٢١٩٩ی (٢٠١٥) ئەنجومەنی ئاسایشی نەتەوە یەکگرتووەکان
    .subject = بڕگەکانی ١٥ تا ١٧: بازرگانی بەو موڵکە کولتوورییانەوە قەدەغە دەکات کە لە ٦ی ئابی ١٩٩٠ەوە لە عێراق و لە ١٥ی ئازاری ٢٠١١ەوە لە سووریا بردراون.
law-unscr-2347-2017 = بڕیاری ژمارە ٢٣٤٧ی (٢٠١٧) ئەنجومەنی ئاسایشی نەتەوە یەکگرتووەکان
    .subject = بەدواداچوون بۆ بڕیارەکانی پێشوو دەکات و داوای یارمەتی لە ئینتەرپۆل و ڕێکخراوی جیهانیی گومرگ دەکات.
law-hague-1954 = پەیماننامەی لاهای ساڵی ١٩٥٤ بۆ پاراستنی موڵکی کولتووری لە کاتی ململانێی چەکداریدا
    .subject = دەوڵەتان بەڵێن دەدەن لە کاتی جەنگدا موڵکی کولتووری بپارێزن و ڕێز لە موڵکی کولتووریی دەوڵەتانی تر بگرن.
law-unesco-1970 = پەیماننامەی یونسکۆی ساڵی ١٩٧٠ دژی بازرگانیی نایاسایی بە موڵکی کولتووری
    .subject = دەوڵەتان بەڵێن دەدەن ڕێگە لە هاوردەکردن، هەناردەکردن و گواستنەوەی نایاسایی خاوەندارێتیی موڵکی کولتووری بگرن.
law-unesco-1972 = پەیماننامەی میراتی جیهانیی یونسکۆی ساڵی ١٩٧٢
    .subject = دەوڵەتان بەڵێن دەدەن ئەو شوێنانە بپارێزن کە بەهایەکی ناوازەیان هەیە.
