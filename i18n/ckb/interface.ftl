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
not-translated = هێشتا وەرنەگێڕدراوە
lists = لیستەکان
indexes = دۆزینەوە بەپێی
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
all-news = All news
all-contacts = All contacts
read-more = زیاتر بخوێننەوە
print = Print this page
to-top = Back to the top
letters = Letters
# $address: where the page stands; printed at the foot of the sheet
page-address = Page: { $address }
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
draft-notice = هێشتا هیچ خوێنەرێک کە ئەمە زمانی دایکی بێت ئەم وەرگێڕانەی نەپشکنیوە.
stale-notice = دەقە سەرەکییەکە دوای ئەم وەرگێڕانە گۆڕاوە.
unverified-notice = هێشتا هیچ شارەزایەک ئەم زانیارییانەی پشتڕاست نەکردووەتەوە.
translated-by = وەرگێڕ: { $name }
about-text = About this text

## Counts

# $count: how many types of objects
entry-count = { $count ->
    [one] { $count } جۆری پارچە
   *[other] { $count } جۆری پارچە
}

# $count: how many pictures stand further down, besides the first
more-pictures = { $count ->
    [one] { $count } more picture
   *[other] { $count } more pictures
}

## The two ways to an entry, on the home page

find-by-word = Search by a word
find-by-word-hint = You know a name, a place or a time.
find-by-sight = Identify by what you see
find-by-sight-hint = You have the object or a photograph before you.

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
more-about = زیاتر دەربارەی ئەم جۆرە
law-more = What these laws say
sources = سەرچاوەکان
caution = پارچەیەک کە وەک ئەمە دیار بێت، لە جۆرێکی پارێزراو دەچێت. ئەمە بە تەنیا ناسەلمێنێت کە دزراوە: ڕایبگرن و بپرسن.

## Years and sizes

# $from, $to: years, without an era
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
picture-status-seized = دەستبەسەرداگیراو لەلایەن لایەنێکی فەرمییەوە
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

object-id-form = Object ID form
object-id-how = Fill it in here and print it, or print it empty and write by hand. Nothing is sent or kept: when you close this page, your words are gone.
object-id-photographs = Photographs
object-id-photo-whole = The whole object, from all sides
object-id-photo-marks = Writing and marks, close up
object-id-photo-damage = Damage and repairs, close up
object-id-photo-scale = A ruler or a thing of known size is in the picture
object-id-questions = Nine questions
object-id-type = Type of object
object-id-type-hint = First the wide word, then the narrow one: seal, cylinder seal.
object-id-materials = Materials and techniques
object-id-materials-hint = What is it made of, and how was it made?
object-id-measurements = Measurements
object-id-measurements-hint = Size and weight. Name the dimension and the unit.
object-id-inscriptions = Inscriptions and markings
object-id-inscriptions-hint = Writing, numbers, stamps, labels. Copy them exactly.
object-id-features = Distinguishing features
object-id-features-hint = What tells this piece from others like it: damage, repairs, faults.
object-id-title = Title
object-id-title-hint = The name by which people know it. Most objects have none.
object-id-subject = Subject
object-id-subject-hint = What is shown on it?
object-id-date = Date or period
object-id-date-hint = How old is it said to be, and who says so?
object-id-maker = Maker
object-id-maker-hint = A person, a workshop or a culture.
object-id-description = Short description
object-id-description-hint = Colour, shape, and where it was made, if you know.
object-id-extras = If you know them
object-id-inventory = Inventory number
object-id-written = Related written material
object-id-written-hint = Invoices, letters, books that show it.
object-id-origin = Place of origin or discovery
object-id-origin-hint = And who says so.
object-id-related = Related objects
object-id-related-hint = Others from the same parcel or set.
object-id-documented = Date documented
