# Interface strings. Variables in { $braces } are filled in; keep them as they are.
# Values are set apart from the text around them, so that left-to-right and right-to-left mix well.

## The window and the ways through the site

# $page: the page's title; $site: the site's name
document-title = { $page } · { $site }
home = Home
menu = Menu
skip-to-content = Skip to the content
breadcrumbs = You are here
language = Language
languages = Languages
choose-language = Choose a language
# On the first page, beside the language that the browser asks for
suggested-language = Your browser asks for this language
not-translated = not yet translated
lists = Lists
indexes = Find by
more = More
news = News
feed = News feed
law = Legal framework
contacts = Contacts
a-to-z = A to Z
previous = Previous
next = Next
older = Older
newer = Newer
all-entries = All types
all-news = All news
all-contacts = All contacts
read-more = Read more
print = Print this page
to-top = Back to the top
letters = Letters
# $address: where the page stands; printed at the foot of the sheet
page-address = Page: { $address }
related = See also
needs-network = needs a network
footnote-back = Back to note { $note } in the text
footnotes = Notes
on-this-page = On this page
not-found = This page does not exist
not-found-text = The address may be wrong, or the page may have moved. Start again from the first page.

## How a text stands

# $language: the name of a language
fallback-notice = This text is not yet translated. It is shown in { $language }.
draft-notice = No native reader has checked this translation yet.
stale-notice = The original text has changed since this translation was made.
unverified-notice = No expert has confirmed these facts yet.
translated-by = Translated by { $name }
about-text = About this text

## Counts

# $count: how many types of objects
entry-count = { $count ->
    [one] { $count } type of object
   *[other] { $count } types of objects
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

terms-material = By material
terms-object-type = By kind of object
terms-period = By period
terms-place = By place
terms-script = By writing
terms-shape = By shape
terms-size = By size
# $term: the label of a term
term-title-material = Material: { $term }
term-title-object-type = Kind of object: { $term }
term-title-period = Period: { $term }
term-title-place = Place: { $term }
term-title-script = Writing: { $term }
term-title-shape = Shape: { $term }
term-title-size = Size: { $term }
narrower = More precisely
# $title: the title of an entry
see = see { $title }

## An entry

also-called = Also called
look-for = Look for
mistaken-for = Easily mistaken for
warning-signs = Warning signs
what-to-do = What to do now
whom-to-ask = Whom to ask
facts = Facts
category = Category
object-types = Kind of object
materials = Material
techniques = Technique
periods = Period
years = Date
places = Place
scripts = Writing
inscriptions = What the writing looks like
shapes = Shape
size = Size
size-class = Fits
laws = Protected by
confusables = Do not confuse with
pictures = Pictures
# Beside a picture, for those who cannot see that it can be tapped
enlarge = Show the picture larger
close = Close
zoom-in = Zoom in
zoom-out = Zoom out
more-about = More about this type
law-more = What these laws say
sources = Sources
caution = An object that looks like this resembles a protected type. That alone does not show that it is stolen: hold it and ask.

## Years and sizes

# $from, $to: years, without an era
era-bce = { $year } BCE
era-ce = { $year } CE
years-bce = c. { $from } to { $to } BCE
years-ce = c. { $from } to { $to } CE
years-bce-ce = c. { $from } BCE to { $to } CE
year-bce = c. { $from } BCE
year-ce = c. { $from } CE
# $min, $max: numbers; $unit: a unit's symbol
size-range = { $min } to { $max } { $unit }
size-exact = { $min } { $unit }
dimension-height = Height
dimension-width = Width
dimension-depth = Depth
dimension-length = Length
dimension-diameter = Diameter
dimension-thickness = Thickness
dimension-weight = Weight
unit-mm = mm
unit-cm = cm
unit-m = m
unit-g = g
unit-kg = kg

## Pictures

picture-status-reference = Reference piece, safe in a known collection
picture-status-seized = Seized by an authority
picture-status-returned = Returned
picture-status-missing = Missing
picture-status-illustration = Illustration
credit = Picture: { $credit }
licence = Licence: { $licence }
holder = Held by { $holder }
inventory = Inventory number { $number }

## A list

list-kind-emergency = Emergency Red List
list-kind-regular = Red List
purpose = Purpose
categories = Categories
country = Country
edition = Edition { $edition }
edition-of = Edition { $edition }, { $date }
first-published = First published
national-laws = National law
international-laws = International agreements
law-status-in-force = in force
law-status-ratified = ratified
law-status-accepted = accepted
law-status-acceded = acceded
law-status-unverified = not yet confirmed
# $status: one of the above; $date: a date
law-status-since = { $status } ({ $date })
contact-kind-national-authority = National authority
contact-kind-police = Police
contact-kind-customs = Customs
contact-kind-icom = ICOM
contact-kind-expert = Expert
phone = Telephone
email = E-mail
website = Website
experts = Experts
funders = With the support of
disclaimers = Please note
copyright = © { $year } { $holder }
published-by = Published by { $publisher }

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

## The offline edition: the foot of every page, and START-HERE.html on a stick

# $date: the last day on which nobody needs to ask for a newer edition
valid-until = Valid until { $date }
newer-edition = A newer edition may exist. Ask the publisher.
start-here = Start here
start-open = Open the Red List
start-help = If nothing opens
start-help-browser = On a computer, open this page in a web browser such as Firefox, Chrome or Edge: “Open with”, then the browser.
start-help-copy = If pages stay empty or pictures are missing, copy everything onto the computer first, then open START-HERE.html there.
start-help-phone = Some phones show this page only, and its links lead nowhere. Ask the publisher for the edition in a single file.
start-help-safe = Nothing has to be installed, and nothing is sent. If a window asks you to install something, it does not come from this edition: say no.
start-help-check = To find damage, compare the files with SHA256SUMS. Only the publisher’s signature shows whether someone changed them on purpose: ask the publisher how to check it.

## On paper: the booklet and the cards of a list

# $list: the list's title
print-title = { $list }: booklet to print
cards-title = { $list }: cards to print
print-booklet = Booklet to print
print-cards = Cards to print
print-how = Print this booklet on A4 or Letter paper, or save it as PDF from the print window.
cards-how = Print on one side of thick paper, A4 or Letter, at full size, and cut along the lines.
contents = Contents
card-ask = Does an object resemble this? Hold it and ask.

## The size, drawn

# $coin, $coin_unit: the coin's diameter
beside-coin = Typical pieces, to scale beside a coin of { $coin } { $coin_unit }
beside-hand = Typical pieces, to scale beside a hand
beside-paper = Typical pieces, to scale beside a sheet of A4 paper
beside-person = Typical pieces, to scale beside a person

## The search

search = Search
search-label = Search by a word
search-help = Type a name, a material, a place or a period, in any language of this site. More exactly: +must -not begin* "these words together" material:clay
# What readers may write before a colon in a query; several names with commas
search-field-list = list
search-field-category = category
search-field-material = material
search-field-type = type, kind
search-field-period = period, age
search-field-place = place
search-field-script = script, writing
search-field-shape = shape
search-field-size = size
search-browse = Or go through the indexes
search-narrow = Narrow down
search-results = Results
search-chosen = Chosen; press one to remove it
search-suggestions = Suggestions
# $count: how many types of objects were found
search-count = { $count ->
    [one] { $count } type of object found
   *[other] { $count } types of objects found
}
search-nothing = Nothing found.
search-nothing-hint = Try fewer or other words, or identify the object by what you see. Not in this list does not mean not protected: when in doubt, ask.
# $typed: what the reader typed; $found: the words that were looked for instead
search-corrected = No entry has the word “{ $typed }”. These have: { $found }
search-more = Show more
search-all = All results
# $name: a material, a period and so on
search-remove = Remove { $name }
search-lost = A file of the search is missing, so that not all can be found. Copy the whole folder again, or use the A to Z.
search-other-edition = The files of the search come from different editions. Copy the whole folder again, or use the A to Z.
# $from, $to: years with their eras; one of them may be “…”
search-years = { $from } to { $to }
# $language: the name of a language
search-in-language = In { $language }:
search-from = From
search-to = To
search-era = Era
search-bce = BCE
search-ce = CE

## Identify by what you see

identify = Identify by what you see
# $choices: what was chosen, as a list
identify-title = What fits: { $choices }
identify-how = Choose what you see, in any order. Leave out what you are not sure of. What fits is shown below.
identify-begin = Choose from drawings
identify-material = What is it made of?
identify-shape = What is its shape?
identify-script = Is there writing on it?
identify-size = How large is it?
identify-not-sure = Not sure
identify-chosen = You have chosen
identify-start-again = Start again
identify-candidates = What fits
identify-none-yet = Nothing is chosen yet: these are all.
identify-compare = Compare
identify-yes = Looks like this
identify-no = Not like this
identify-more = More fit than are shown here. Choose more of what you see, or look through all of them:
identify-nothing = Nothing in this list fits all that you have chosen. Take one choice back, or treat the object as suspicious.
identify-nothing-fits = Nothing fits?
identify-nothing-fits-text = Still treat the object as suspicious: the list names types, not every object, and a piece may be broken, worn or disguised. Hold it, photograph it, and ask.

## The drawings of the choices, in words

drawing-material-clay = A rounded lump of clay with the dent of a thumb
drawing-material-stone = A rough block of stone with sharp edges
drawing-material-metal = A metal bar that gleams
drawing-material-ivory-bone = A tusk and a small bone
drawing-material-glass-faience = A glass flask with wavy bands
drawing-material-paper-leather = A sheet with lines of writing and a curled corner
drawing-material-wood-textile = A board with grain beside a piece of woven cloth
drawing-material-plaster = A moulded panel with a scroll in relief
drawing-shape-slab = A flat slab, seen from the front and a little from the side
drawing-shape-cylinder = A cylinder with a hole along its axis
drawing-shape-cone = A nail with a broad head and a pointed shaft
drawing-shape-lump = A lump with a small picture pressed into it
drawing-shape-figure = The figures of a person and of an animal
drawing-shape-vessel = A round pot with a neck
drawing-shape-blade = A dagger with blade and handle
drawing-shape-disc = A coin with a head, seen from the front and from the edge
drawing-shape-ring-bead = A finger ring and a row of beads
drawing-shape-leaf-book = An open book with written leaves
drawing-shape-block = A block like a brick
drawing-script-none = An empty surface
drawing-script-proto-cuneiform = Small pictures in boxes: a fish, an ear of grain, dots
drawing-script-cuneiform = Three rows of wedge-shaped marks
drawing-script-letters = Two rows of separate letters
drawing-script-arabic = Joined Arabic letters with dots
drawing-script-ink-number = A number in a box, written on the surface of a piece
drawing-size-fingertip = A small piece beside a coin
drawing-size-hand = A piece beside an open hand
drawing-size-suitcase = A piece beside a suitcase
drawing-size-two-people = Two people carrying a piece between them
