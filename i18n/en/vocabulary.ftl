### The names of the terms in content/vocabulary/.
### Lowercase, as inside a sentence; names of places, languages and peoples keep their capital.
### Translate what stands after the "=". Never change what stands before it.

## Countries

country-IQ = Iraq

## Materials

material-clay = clay
material-baked-clay = baked clay
material-unbaked-clay = unbaked clay
material-glazed-clay = glazed clay
material-stone = stone
material-limestone = limestone
material-gypsum = gypsum
material-alabaster = alabaster
material-marble = marble
material-basalt = basalt
material-diorite = diorite
material-chlorite = chlorite
material-steatite = steatite
material-haematite = haematite
material-lapis-lazuli = lapis lazuli
material-agate = agate
material-carnelian = carnelian
material-chalcedony = chalcedony
material-rock-crystal = rock crystal
material-turquoise = turquoise
material-flint = flint
material-metal = metal
material-copper = copper
# Metal that is mostly copper. Bronze and brass are copper alloys.
material-copper-alloy = copper alloy
material-bronze = bronze
material-brass = brass
material-iron = iron
material-gold = gold
material-silver = silver
material-lead = lead
# Heading of a group.
material-ivory-bone = ivory, bone and shell
material-ivory = ivory
material-bone = bone
material-shell = shell
# Heading of a group.
material-glass-faience = glass and faience
material-glass = glass
# A glazed material made from ground quartz.
material-faience = faience
# A material like faience, without the glaze.
material-frit = frit
# Heading of a group.
material-paper-leather = paper, parchment and leather
# Animal skin prepared for writing.
material-parchment = parchment
material-paper = paper
material-leather = leather
# Heading of a group.
material-wood-textile = wood and textile
material-wood = wood
material-textile = textile
material-plaster = plaster
# Plaster that is carved or moulded as decoration of a building.
material-stucco = stucco
# Natural tar.
material-bitumen = bitumen
material-ink = ink

## Object types

object-type-inscribed-object = object with writing
object-type-tablet = tablet
# A layer of clay that encloses a clay tablet.
object-type-tablet-envelope = tablet envelope
# A clay block with six to ten sides, covered with writing.
object-type-prism = prism with writing
# A clay object in the shape of a small barrel, covered with writing.
object-type-barrel = barrel with writing
# A clay cone or nail that was set in a wall.
object-type-cone = foundation cone
object-type-foundation-figure = foundation figure
object-type-brick = brick
object-type-figurine = figurine
object-type-statue = statue
# A picture that stands out from a flat ground.
object-type-relief = relief
object-type-plaque = plaque
# An upright stone with a picture or writing.
object-type-stele = stele
# A stone with symbols of gods and a text about land.
object-type-kudurru = boundary stone (kudurru)
object-type-model = model
object-type-inlay = inlay
object-type-seal = seal
object-type-cylinder-seal = cylinder seal
object-type-stamp-seal = stamp seal
# A lump of clay with the picture that a seal has left in it.
object-type-sealing = clay sealing
object-type-bulla = bulla
object-type-vessel = vessel
object-type-bowl = bowl
object-type-jar = jar
# A jug with a handle and a spout.
object-type-ewer = ewer
object-type-basin = basin
object-type-lamp = lamp
object-type-candlestick = candlestick
object-type-coin = coin
object-type-jewellery = jewellery
object-type-bead = bead
object-type-ornament = ornament
object-type-pendant = pendant
object-type-ring = ring
object-type-ear-ring = ear-ring
object-type-amulet = amulet
object-type-weapon = weapon
object-type-axe = axe
object-type-dagger = dagger
object-type-arrowhead = arrowhead
object-type-tool = tool
object-type-sickle = sickle
# A piece that was used for weighing.
object-type-weight = weight
object-type-manuscript = manuscript
object-type-scroll = scroll
# A single leaf of a book.
object-type-leaf = manuscript leaf
object-type-book = handwritten book
object-type-binding = book binding
object-type-scroll-case = scroll case
object-type-architectural-element = part of a building
object-type-door = door
object-type-panel = panel
# The top of a column.
object-type-capital = capital of a column
object-type-tile = tile
# A plain cone whose coloured end was part of a mosaic on a wall.
object-type-mosaic-cone = mosaic cone
object-type-coffin = coffin
# A box for bones.
object-type-ossuary = ossuary

## Techniques

technique-impressing = impressing
technique-stamping = stamping
technique-engraving = engraving
technique-drilling = drilling
technique-carving = carving
technique-polishing = polishing
technique-modelling = modelling by hand
technique-moulding = shaping in a mould
technique-wheel-throwing = shaping on a potter's wheel
technique-firing = firing in a kiln
technique-painting = painting
technique-glazing = glazing
# A shining metallic film on a glaze.
technique-lustre = lustre
technique-casting = casting
technique-hammering = hammering
# Making a coin with a hammer and two dies.
technique-striking = striking with dies
# Decorating with tiny metal balls.
technique-granulation = granulation
technique-inlay = inlay
technique-gilding = gilding
# Winding hot glass round a core that is later removed.
technique-core-forming = core-forming
technique-glass-blowing = glass-blowing
technique-writing-in-ink = writing in ink

## Periods

period-neolithic = Neolithic
period-ubaid = Ubaid
period-uruk = Uruk
period-jemdet-nasr = Jemdet Nasr
period-early-dynastic = Early Dynastic
period-akkadian = Akkadian
period-lagash-ur-iii = Second Dynasty of Lagash and Third Dynasty of Ur
period-old-babylonian = Old Babylonian and Old Assyrian
period-kassite-middle-assyrian = Kassite and Middle Assyrian
period-neo-assyrian = Neo-Assyrian
period-neo-babylonian = Neo-Babylonian
period-achaemenid = Achaemenid
period-seleucid = Seleucid
period-parthian = Parthian
period-sasanian = Sasanian
period-early-islamic = Early Islamic and Abbasid
period-ilkhanid-jalayirid = Ilkhanid and Jalayirid
period-ottoman = Ottoman

## Places

place-southern-iraq = southern Iraq
place-central-iraq = central Iraq
place-diyala = Diyala region
place-northern-iraq = northern Iraq
place-uruk = Uruk (Warka)
place-ur = Ur
place-eridu = Eridu
place-girsu = Girsu (Tello)
place-lagash = Lagash
place-umma = Umma
place-adab = Adab
place-nippur = Nippur
place-isin = Isin
place-larsa = Larsa
place-kish = Kish
place-sippar = Sippar
place-babylon = Babylon
place-jemdet-nasr = Jemdet Nasr
place-tell-al-ubaid = Tell al-Ubaid
place-basra = Basra
place-kufa = Kufa
place-baghdad = Baghdad
place-seleucia = Seleucia on the Tigris
place-ctesiphon = Ctesiphon
place-samarra = Samarra
place-eshnunna = Eshnunna (Tell Asmar)
place-khafajah = Khafajah
place-assur = Assur
place-nimrud = Nimrud
place-nineveh = Nineveh
place-khorsabad = Khorsabad
place-nuzi = Nuzi
place-arpachiyah = Arpachiyah
place-hatra = Hatra
place-mosul = Mosul
place-erbil = Erbil

## Scripts

script-none = no writing
# The earliest writing, which looks like small pictures.
script-proto-cuneiform = picture signs (proto-cuneiform)
script-cuneiform = wedge-shaped signs (cuneiform)
# Heading of a group: Aramaic, Hebrew, Syriac, Greek and the like.
script-letters = letters in a row (Aramaic, Hebrew, Greek and others)
script-aramaic = Aramaic
script-hebrew = Hebrew
script-syriac = Syriac
script-mandaic = Mandaic
script-armenian = Armenian
script-greek = Greek
script-middle-persian = Middle Persian
script-arabic = Arabic letters
# Written on the object by a museum or an excavation.
script-ink-number = number in ink or paint

## Shapes

shape-slab = flat slab
shape-cylinder = cylinder
shape-cone = cone or nail
shape-lump = lump
shape-figure = human or animal figure
shape-vessel = pot or bowl
shape-blade = tool or blade
shape-disc = disc
shape-ring-bead = ring or bead
shape-leaf-book = leaf, scroll or book
shape-block = block or brick

## Sizes

size-fingertip = fits in a matchbox
size-hand = fits in a hand
size-suitcase = fits in a suitcase
size-two-people = needs two people

## Laws

law-iraq-59-1936 = Antiquities Law No. 59 of 1936
    .subject = The earlier antiquities law of Iraq: antiquities of 200 years or more belong to the State. Amended by Law No. 120 of 1974 and Law No. 164 of 1975.
law-iraq-55-2002 = Law No. 55 of 2002 on Antiquities and Heritage
    .subject = Protects objects and sites that are 200 years old or more. A minister's decision can also protect younger heritage. Nobody may sell, give away or export antiquities; only the State Board may lend them.
# Our sources give different numbers for the article (109 or 113). That is why no number is named.
law-iraq-constitution-2005 = Constitution of the Republic of Iraq, 2005
    .subject = Treats antiquities, manuscripts and coins as wealth of the whole nation. Check the number of the article before you quote it.
law-unscr-661-1990 = United Nations Security Council Resolution 661 (1990)
    .subject = Adopted on 6 August 1990. Later resolutions use this day as the limit for cultural property that was taken out of Iraq.
law-unscr-1483-2003 = United Nations Security Council Resolution 1483 (2003)
    .subject = Paragraph 7: all States must help to return cultural property taken out of Iraq since 6 August 1990, and ban trade in it. A reasonable suspicion is enough for the ban.
law-unscr-2199-2015 = United Nations Security Council Resolution 2199 (2015)
    .subject = Paragraphs 15 to 17: bans trade in cultural property taken from Iraq since 6 August 1990 and from Syria since 15 March 2011.
law-unscr-2347-2017 = United Nations Security Council Resolution 2347 (2017)
    .subject = Follows up the earlier resolutions and asks INTERPOL and the World Customs Organization to help.
law-hague-1954 = Hague Convention of 1954 for the Protection of Cultural Property in the Event of Armed Conflict
    .subject = States agree to protect cultural property in war and to respect that of other States.
law-unesco-1970 = UNESCO Convention of 1970 against Illicit Trade in Cultural Property
    .subject = States agree to prevent the illicit import, export and transfer of ownership of cultural property.
law-unesco-1972 = UNESCO World Heritage Convention of 1972
    .subject = States agree to protect sites of outstanding value.
