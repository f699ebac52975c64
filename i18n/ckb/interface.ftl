# Interface strings. Variables in { $braces } are filled in; keep them as they are.
# Values are set apart from the text around them, so that left-to-right and right-to-left mix well.

## The window and the ways through the site

# $page: the page's title; $site: the site's name
document-title = { $page } · { $site }
home = سەرەتا
menu = پێڕست
skip-to-content = بڕۆ بۆ ناوەڕۆک
breadcrumbs = ئێستا لێرەن
language = زمان
languages = زمانەکان
choose-language = زمانێک هەڵبژێرن
# On the first page, beside the language that the browser asks for
suggested-language = زمانی وێبگەڕەکەتان
not-translated = هێشتا وەرنەگێڕدراوە
lists = لیستەکان
indexes = ڕێگاکانی گەڕان
more = زیاتر
news = هەواڵ
feed = فیدی هەواڵ
law = چوارچێوەی یاسایی
contacts = پەیوەندی
a-to-z = بە ڕیزی ئەلفوبێ
previous = پێشوو
next = دواتر
older = کۆنتر
newer = نوێتر
all-entries = هەموو جۆرەکان
all-news = هەموو هەواڵەکان
all-contacts = هەموو پەیوەندییەکان
read-more = زیاتر بخوێننەوە
print = ئەم لاپەڕەیە چاپ بکەن
to-top = گەڕانەوە بۆ سەرەوە
letters = پیتەکان
# $address: where the page stands; printed at the foot of the sheet
page-address = لاپەڕە: { $address }
related = هەروەها ببینن
needs-network = پێویستی بە ئینتەرنێتە
footnote-back = گەڕانەوە بۆ تێبینیی { $note } لە دەقەکەدا
footnotes = تێبینییەکان
on-this-page = لەم لاپەڕەیەدا
not-found = ئەم لاپەڕەیە نییە
not-found-text = لەوانەیە ناونیشانەکە هەڵە بێت، یان لاپەڕەکە گوازرابێتەوە. لە لاپەڕەی یەکەمەوە دەست پێ بکەنەوە.

## How a text stands

# $language: the name of a language
fallback-notice = ئەم دەقە هێشتا وەرنەگێڕدراوە. بە زمانی { $language } پیشان دەدرێت.
draft-notice = هێشتا هیچ ئاخێوەرێکی ڕەسەنی ئەم زمانە پێداچوونەوەی بۆ ئەم وەرگێڕانە نەکردووە.
stale-notice = دەقە بنەڕەتییەکە دوای ئەم وەرگێڕانە گۆڕاوە.
unverified-notice = هێشتا هیچ شارەزایەک ئەم زانیارییانەی پشتڕاست نەکردووەتەوە.
translated-by = وەرگێڕ: { $name }
about-text = دەربارەی ئەم دەقە

## Counts

# $count: how many types of objects
entry-count = { $count ->
    [one] { $count } جۆری پارچە
   *[other] { $count } جۆری پارچە
}

# $count: how many pictures stand further down, besides the first
more-pictures = { $count ->
    [one] { $count } وێنەی تر
   *[other] { $count } وێنەی تر
}

## The two ways to an entry, on the home page

find-by-word = بە وشەیەک بگەڕێن
find-by-word-hint = ناوێک، شوێنێک یان سەردەمێک دەزانن.
find-by-sight = بەوەی دەیبینن بیناسنەوە
find-by-sight-hint = پارچەکە یان وێنەیەکتان لەبەردەستدایە.

## Indexes

terms-material = بەپێی ماددە
terms-object-type = بەپێی جۆری پارچە
terms-period = بەپێی سەردەم
terms-place = بەپێی شوێن
terms-script = بەپێی نووسین
terms-shape = بەپێی شێوە
terms-size = بەپێی قەبارە
# $term: the label of a term
term-title-material = ماددە: { $term }
term-title-object-type = جۆری پارچە: { $term }
term-title-period = سەردەم: { $term }
term-title-place = شوێن: { $term }
term-title-script = نووسین: { $term }
term-title-shape = شێوە: { $term }
term-title-size = قەبارە: { $term }
narrower = بە وردتر
# $title: the title of an entry
see = بڕواننە { $title }

## An entry

also-called = ناوی تر
look-for = بەدوای چیدا بگەڕێن
mistaken-for = لەگەڵ چی تێکەڵ دەکرێت
warning-signs = نیشانەکانی هۆشداری
what-to-do = ئێستا چی بکەن
whom-to-ask = لە کێ بپرسن
facts = زانیارییەکان
category = پۆل
object-types = جۆری پارچە
materials = ماددە
techniques = تەکنیک
periods = سەردەم
years = بەروار
places = شوێن
scripts = نووسین
inscriptions = نووسینەکە چۆنە
shapes = شێوە
size = قەبارە
size-class = چەند گەورەیە
laws = ئەم یاسایانە دەیپارێزن
confusables = تێکەڵی مەکەن لەگەڵ
pictures = وێنەکان
# لە تەنیشت وێنە، بۆ ئەوانەی نابینن کە بە دەست لێدان گەورە دەبێت
enlarge = وێنەکە گەورەتر پیشان بدە
close = دایبخە
zoom-in = گەورەتری بکە
zoom-out = بچووکتری بکە
more-about = زیاتر دەربارەی ئەم جۆرە
law-more = ئەم یاسایانە چی دەڵێن
sources = سەرچاوەکان
caution = پارچەیەک کە وەک ئەمە دیار بێت، لە جۆرێکی پارێزراو دەچێت. ئەمە بە تەنیا ناسەلمێنێت کە دزراوە: ڕایبگرن و بپرسن.

## Years and sizes

# $from, $to: years, without an era
era-bce = { $year } پ.ز
era-ce = { $year } ز
years-bce = نزیکەی { $from } تا { $to } پ.ز
years-ce = نزیکەی { $from } تا { $to } ز
years-bce-ce = نزیکەی { $from } پ.ز تا { $to } ز
year-bce = نزیکەی { $from } پ.ز
year-ce = نزیکەی { $from } ز
# $min, $max: numbers; $unit: a unit's symbol
size-range = { $min } تا { $max } { $unit }
size-exact = { $min } { $unit }
dimension-height = بەرزی
dimension-width = پانی
dimension-depth = قووڵی
dimension-length = درێژی
dimension-diameter = تیرە
dimension-thickness = ئەستووری
dimension-weight = کێش
unit-mm = ملم
unit-cm = سم
unit-m = م
unit-g = گم
unit-kg = کگم

## Pictures

picture-status-reference = پارچەی سەرچاوە، لە کۆکراوەیەکی ناسراودا پارێزراوە
picture-status-seized = دەستبەسەرداگیراو لەلایەن دەزگایەکی فەرمییەوە
picture-status-returned = گەڕێنراوەتەوە
picture-status-missing = ونبوو
picture-status-illustration = وێنەی ڕوونکەرەوە
credit = وێنە: { $credit }
licence = مۆڵەت: { $licence }
holder = شوێنی پاراستن: { $holder }
inventory = ژمارەی تۆمار { $number }

## A list

list-kind-emergency = لیستی سووری بەپەلە
list-kind-regular = لیستی سوور
purpose = ئامانج
categories = پۆلەکان
country = وڵات
edition = چاپی { $edition }
edition-of = چاپی { $edition }، { $date }
first-published = یەکەم بڵاوکردنەوە
national-laws = یاسای نیشتمانی
international-laws = ڕێککەوتنە نێودەوڵەتییەکان
law-status-in-force = کاری پێ دەکرێت
law-status-ratified = پەسەند کراوە
law-status-accepted = قبووڵ کراوە
law-status-acceded = چووەتە پاڵی
law-status-unverified = هێشتا پشتڕاست نەکراوەتەوە
# $status: one of the above; $date: a date
law-status-since = { $status } ({ $date })
contact-kind-national-authority = دەسەڵاتی نیشتمانی
contact-kind-police = پۆلیس
contact-kind-customs = گومرگ
contact-kind-icom = ئایکۆم
contact-kind-expert = شارەزا
phone = تەلەفۆن
email = ئیمەیل
website = ماڵپەڕ
experts = شارەزایان
funders = بە پشتیوانیی
disclaimers = تکایە ئاگادار بن
copyright = © { $year } { $holder }
published-by = بڵاوکەرەوە: { $publisher }

## The Object ID form: a blank form for one object, to be filled in on the screen or on paper

object-id-form = فۆڕمی ناسنامەی پارچە (Object ID)
object-id-how = لێرەدا پڕی بکەنەوە و چاپی بکەن، یان بە بەتاڵی چاپی بکەن و بە دەست بینووسن. هیچ نانێردرێت و هەڵناگیرێت: کە ئەم لاپەڕەیە دادەخەن، نووسینەکانتان نامێنن.
object-id-photographs = وێنەکان
object-id-photo-whole = هەموو پارچەکە، لە هەموو لایەکەوە
object-id-photo-marks = نووسین و نیشانە، لە نزیکەوە
object-id-photo-damage = تێکچوون و چاککردنەوە، لە نزیکەوە
object-id-photo-scale = ڕاستەیەک یان شتێکی قەبارە ناسراو لە وێنەکەدایە
object-id-questions = نۆ پرسیار
object-id-type = جۆری پارچە
object-id-type-hint = سەرەتا وشە گشتییەکە، پاشان وشە وردەکە: مۆر، مۆری لوولەیی.
object-id-materials = ماددە و تەکنیک
object-id-materials-hint = لە چی دروست کراوە، و چۆن دروست کراوە؟
object-id-measurements = پێوانە
object-id-measurements-hint = قەبارە و کێش. ناوی پێوانە و یەکەکەی بنووسن.
object-id-inscriptions = نووسین و نیشانە
object-id-inscriptions-hint = نووسین، ژمارە، مۆر، لەیبڵ. وەک خۆیان بیاننووسنەوە.
object-id-features = تایبەتمەندیی جیاکەرەوە
object-id-features-hint = چی ئەم پارچەیە لە هاوشێوەکانی جیا دەکاتەوە: تێکچوون، چاککردنەوە، کەموکوڕی.
object-id-title = ناونیشان
object-id-title-hint = ئەو ناوەی خەڵک پێی دەناسن. زۆربەی پارچەکان نییانە.
object-id-subject = بابەتی وێنە
object-id-subject-hint = چی لەسەری پیشان دراوە؟
object-id-date = بەروار یان سەردەم
object-id-date-hint = دەڵێن چەند کۆنە، و کێ وا دەڵێت؟
object-id-maker = دروستکەر
object-id-maker-hint = کەسێک، کارگەیەک یان شارستانییەتێک.
object-id-description = وەسفی کورت
object-id-description-hint = ڕەنگ، شێوە، و ئەگەر دەزانن لە کوێ دروست کراوە.
object-id-extras = ئەگەر دەیانزانن
object-id-inventory = ژمارەی تۆمار
object-id-written = نووسراوی پەیوەندیدار
object-id-written-hint = پسووڵە، نامە، ئەو کتێبانەی پیشانی دەدەن.
object-id-origin = شوێنی دروستبوون یان دۆزینەوە
object-id-origin-hint = و کێ وا دەڵێت.
object-id-related = پارچەی پەیوەندیدار
object-id-related-hint = پارچەی تر لە هەمان بەستە یان هەمان دەستە.
object-id-documented = بەرواری تۆمارکردن

## The offline edition: the foot of every page, and START-HERE.html on a stick

# $date: the last day on which nobody needs to ask for a newer edition
valid-until = کارایە تا { $date }
newer-edition = لەوانەیە چاپێکی نوێتر هەبێت. لە بڵاوکەرەوە بپرسن.
start-here = لێرەوە دەست پێ بکەن
start-open = لیستی سوور بکەنەوە
start-help = ئەگەر هیچ نەکرایەوە
start-help-browser = لە کۆمپیوتەردا، ئەم لاپەڕەیە بە وێبگەڕێکی وەک Firefox یان Chrome یان Edge بکەنەوە: «کردنەوە بە»، پاشان وێبگەڕەکە.
start-help-copy = ئەگەر لاپەڕەکان بەتاڵ مانەوە یان وێنەکان دیار نەبوون، سەرەتا هەموو شتێک بۆ کۆمپیوتەرەکە کۆپی بکەن، پاشان لەوێ START-HERE.html بکەنەوە.
start-help-phone = هەندێک تەلەفۆن تەنیا ئەم لاپەڕەیە پیشان دەدەن و بەستەرەکانی ناچنە هیچ شوێنێک. لە بڵاوکەرەوە داوای چاپی یەک فایلی بکەن.
start-help-safe = پێویست ناکات هیچ دابمەزرێنرێت، و هیچ شتێک نانێردرێت. ئەگەر پەنجەرەیەک داوای دامەزراندنی شتێکی کرد، لەم چاپەوە نییە: ڕەتی بکەنەوە.
start-help-check = بۆ دۆزینەوەی زیان، فایلەکان لەگەڵ SHA256SUMS بەراورد بکەن. تەنیا واژووەکە پیشانی دەدات ئایا کەسێک بە ئەنقەست گۆڕیونی: لە بڵاوکەرەوە بپرسن چۆن بپشکنرێت.

## On paper: the booklet and the cards of a list

# $list: the list's title
print-title = { $list }: نامیلکە بۆ چاپکردن
cards-title = { $list }: کارت بۆ چاپکردن
print-booklet = نامیلکە بۆ چاپکردن
print-cards = کارت بۆ چاپکردن
print-how = ئەم نامیلکەیە لەسەر کاغەزی A4 یان Letter چاپ بکەن، یان لە پەنجەرەی چاپکردنەوە وەک PDF پاشەکەوتی بکەن.
cards-how = لەسەر یەک ڕووی کاغەزی ئەستوور، A4 یان Letter، بە قەبارەی تەواو چاپ بکەن، و بەپێی هێڵەکان بیبڕن.
contents = ناوەڕۆک
card-ask = پارچەیەک لەمە دەچێت؟ ڕایبگرن و بپرسن.

## The size, drawn

# $coin, $coin_unit: the coin's diameter
beside-coin = پارچەی ئاسایی، بە هەمان پێوەر لە تەنیشت سکەیەکی { $coin } { $coin_unit } کێشراون
beside-hand = پارچەی ئاسایی، بە هەمان پێوەر لە تەنیشت دەستێک کێشراون
beside-paper = پارچەی ئاسایی، بە هەمان پێوەر لە تەنیشت پەڕەیەکی A4 کێشراون
beside-person = پارچەی ئاسایی، بە هەمان پێوەر لە تەنیشت کەسێک کێشراون

## گەڕان

search = گەڕان
search-label = بە وشەیەک بگەڕێ
search-help = ناوێک، ماددەیەک، شوێنێک یان سەردەمێک بنووسە، بە هەر زمانێکی ئەم ماڵپەڕە. بۆ وردتر: ‎+پێویست ‎-نەبێت سەرەتا* "ئەم وشانە پێکەوە" ماددە:گڵ
# What readers may write before a colon in a query; several names with commas
search-field-list = لیست
search-field-category = پۆل
search-field-material = ماددە
search-field-type = جۆر
search-field-period = سەردەم
search-field-place = شوێن
search-field-script = نووسین
search-field-shape = شێوە
search-field-size = قەبارە
search-browse = یان بە پێڕستەکاندا بگەڕێ
search-narrow = کەمکردنەوەی ئەنجامەکان
search-results = ئەنجامەکان
search-chosen = هەڵبژێردراوەکان؛ دەست لە یەکێکیان بدە بۆ لابردنی
search-suggestions = پێشنیارەکان
# $count: how many types of objects were found
search-count = { $count ->
    [one] { $count } جۆر شت دۆزرایەوە
   *[other] { $count } جۆر شت دۆزرانەوە
}
search-nothing = هیچ نەدۆزرایەوە.
search-nothing-hint = بە وشەی کەمتر یان وشەی تر هەوڵ بدە، یان شتەکە بەوەی دەیبینیت بناسەوە. نەبوونی لەم لیستەدا واتای ئەوە نییە کە پارێزراو نییە: ئەگەر گومانت هەیە، بپرسە.
# $typed: what the reader typed; $found: the words that were looked for instead
search-corrected = هیچ بابەتێک وشەی «{ $typed }»ی تێدا نییە. ئەمانەیان تێدایە: { $found }
search-more = زیاتر پیشان بدە
search-all = هەموو ئەنجامەکان
# $name: a material, a period and so on
search-remove = لابردنی { $name }
search-lost = پەڕگەیەکی گەڕان نییە، بۆیە هەموو شتێک نادۆزرێتەوە. سەرجەم بوخچەکە دووبارە کۆپی بکە، یان پێڕستی ئەلفوبێ بەکار بهێنە.
search-other-edition = پەڕگەکانی گەڕان لە چاپی جیاوازن. سەرجەم بوخچەکە دووبارە کۆپی بکە، یان پێڕستی ئەلفوبێ بەکار بهێنە.
# $from, $to: years with their eras; one of them may be “…”
search-years = لە { $from } تا { $to }
# $language: the name of a language
search-in-language = بە { $language }:
search-from = لە
search-to = تا
search-era = سەردەمی زایین
search-bce = پ.ز
search-ce = ز

## ناسینەوە بەوەی دەیبینیت

identify = بەوەی دەیبینیت بیناسەوە
# $choices: what was chosen, as a list
identify-title = ئەوەی دەگونجێت: { $choices }
identify-how = ئەوەی دەیبینیت هەڵیبژێرە، بە هەر ڕیزێک. ئەوەی لێی دڵنیا نیت لێی گەڕێ. ئەوەی دەگونجێت لە خوارەوە پیشان دەدرێت.
identify-begin = لە وێنەکان هەڵبژێرە
identify-material = لە چی دروست کراوە؟
identify-shape = شێوەی چۆنە؟
identify-script = نووسینی لەسەرە؟
identify-size = چەند گەورەیە؟
identify-not-sure = دڵنیا نیم
identify-chosen = هەڵتبژاردووە
identify-start-again = لە سەرەتاوە
identify-candidates = ئەوەی دەگونجێت
identify-none-yet = هێشتا هیچ هەڵنەبژێردراوە: ئەمانە هەموو جۆرەکانن.
identify-compare = بەراورد بکە
identify-yes = وەک ئەمەیە
identify-no = وەک ئەمە نییە
identify-more = لەوە زیاتر دەگونجێن کە لێرە پیشان دراون. زیاتر لەوەی دەیبینیت هەڵبژێرە، یان بە هەموویاندا بگەڕێ:
identify-nothing = هیچ شتێک لەم لیستەدا لەگەڵ هەموو هەڵبژاردەکانت ناگونجێت. لە یەکێکیان بگەڕێوە، یان شتەکە بە گوماناوی دابنێ.
identify-nothing-fits = هیچ ناگونجێت؟
identify-nothing-fits-text = لەگەڵ ئەوەشدا شتەکە بە گوماناوی دابنێ: لیستەکە ناوی جۆرەکان دەهێنێت، نەک هەموو شتێک، و لەوانەیە پارچەکە شکاو، سواو یان شێوەگۆڕاو بێت. دەستی بەسەردا بگرە، وێنەی بگرە و بپرسە.

## The drawings of the choices, in words

drawing-material-clay = تۆپەڵە گڵێکی خڕ کە شوێنی پەنجەی پێوەیە
drawing-material-stone = پارچە بەردێکی زبری لێوار تیژ
drawing-material-metal = پارچە کانزایەکی درەوشاوە
drawing-material-ivory-bone = عاجێک و ئێسکێکی بچووک
drawing-material-glass-faience = شووشەیەک بە هێڵی شەپۆلاوی
drawing-material-paper-leather = پەڕەیەکی نووسراو کە گۆشەیەکی لوول بووە
drawing-material-wood-textile = تەختەیەک لە تەنیشت پارچە قوماشێکی چنراو
drawing-material-plaster = پانێلێکی قاڵبکراو بە نەخشی بەرجەستە
drawing-shape-slab = تەختێکی ڕێک، لە پێشەوە و کەمێک لە لاوە
drawing-shape-cylinder = لوولەیەک کە بە درێژایی کون کراوە
drawing-shape-cone = بزمارێکی سەرپان و نووکتیژ
drawing-shape-lump = تۆپەڵێک کە وێنەیەکی بچووکی تێدا پەستێنراوە
drawing-shape-figure = پەیکەری مرۆڤێک و ئاژەڵێک
drawing-shape-vessel = دەفرێکی خڕ بە مل
drawing-shape-blade = خەنجەرێک بە تیغ و دەسک
drawing-shape-disc = سکەیەک کە سەرێکی لەسەرە، لە ڕوو و لە لێوارەوە
drawing-shape-ring-bead = ئەنگوستیلەیەک و ڕیزێک مووروو
drawing-shape-leaf-book = کتێبێکی کراوە بە پەڕەی نووسراو
drawing-shape-block = پارچەیەک وەک خشت
drawing-script-none = ڕوویەکی بەتاڵ
drawing-script-proto-cuneiform = وێنەی بچووک لە چوارگۆشەدا: ماسییەک، گوڵەگەنمێک، خاڵ
drawing-script-cuneiform = سێ ڕیز نیشانەی شێوە بزمار
drawing-script-letters = دوو ڕیز پیتی جیا
drawing-script-arabic = پیتی عەرەبیی لکاو بە خاڵەوە
drawing-script-ink-number = ژمارەیەک لە چوارچێوەیەکدا، لەسەر ڕووی پارچەکە نووسراوە
drawing-size-fingertip = پارچەیەکی بچووک لە تەنیشت سکەیەک
drawing-size-hand = پارچەیەک لە تەنیشت دەستێکی کراوە
drawing-size-suitcase = پارچەیەک لە تەنیشت جانتایەکی گەشت
drawing-size-two-people = دوو کەس پارچەیەک هەڵدەگرن
