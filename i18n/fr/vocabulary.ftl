### The names of the terms in content/vocabulary/.
### Lowercase, as inside a sentence; names of places, languages and peoples keep their capital.
### Translate what stands after the "=". Never change what stands before it.

## Countries

country-IQ = Irak

## Materials

material-clay = argile
material-baked-clay = terre cuite
material-unbaked-clay = terre crue
material-glazed-clay = terre cuite glaçurée
material-stone = pierre
material-limestone = calcaire
material-gypsum = gypse
material-alabaster = albâtre
material-marble = marbre
material-basalt = basalte
material-diorite = diorite
material-chlorite = chlorite
material-steatite = stéatite
material-haematite = hématite
material-lapis-lazuli = lapis-lazuli
material-agate = agate
material-carnelian = cornaline
material-chalcedony = calcédoine
material-rock-crystal = cristal de roche
material-turquoise = turquoise
material-flint = silex
material-metal = métal
material-copper = cuivre
# Metal that is mostly copper. Bronze and brass are copper alloys.
material-copper-alloy = alliage cuivreux
material-bronze = bronze
material-brass = laiton
material-iron = fer
material-gold = or
material-silver = argent
material-lead = plomb
# Heading of a group.
material-ivory-bone = ivoire, os et coquille
material-ivory = ivoire
material-bone = os
material-shell = coquille
# Heading of a group.
material-glass-faience = verre et faïence
material-glass = verre
# A glazed material made from ground quartz.
material-faience = faïence
# A material like faience, without the glaze.
material-frit = fritte
# Heading of a group.
material-paper-leather = papier, parchemin et cuir
# Animal skin prepared for writing.
material-parchment = parchemin
material-paper = papier
material-leather = cuir
# Heading of a group.
material-wood-textile = bois et textile
material-wood = bois
material-textile = textile
material-plaster = plâtre
# Plaster that is carved or moulded as decoration of a building.
material-stucco = stuc
# Natural tar.
material-bitumen = bitume
material-ink = encre

## Object types

object-type-inscribed-object = objet portant une inscription
object-type-tablet = tablette
# A layer of clay that encloses a clay tablet.
object-type-tablet-envelope = enveloppe de tablette
# A clay block with six to ten sides, covered with writing.
object-type-prism = prisme inscrit
# A clay object in the shape of a small barrel, covered with writing.
object-type-barrel = barillet inscrit
# A clay cone or nail that was set in a wall.
object-type-cone = cône de fondation
object-type-foundation-figure = figurine de fondation
object-type-brick = brique
object-type-figurine = figurine
object-type-statue = statue
# A picture that stands out from a flat ground.
object-type-relief = relief
object-type-plaque = plaque
# An upright stone with a picture or writing.
object-type-stele = stèle
# A stone with symbols of gods and a text about land.
object-type-kudurru = borne de donation (kudurru)
object-type-model = modèle réduit
object-type-inlay = élément d’incrustation
object-type-seal = sceau
object-type-cylinder-seal = sceau-cylindre
object-type-stamp-seal = cachet
# A lump of clay with the picture that a seal has left in it.
object-type-sealing = scellement d’argile
object-type-bulla = bulle
object-type-vessel = récipient
object-type-bowl = bol
object-type-jar = jarre
# A jug with a handle and a spout.
object-type-ewer = aiguière
object-type-basin = bassin
object-type-lamp = lampe
object-type-candlestick = chandelier
object-type-coin = monnaie
object-type-jewellery = bijou
object-type-bead = perle
object-type-ornament = ornement
object-type-pendant = pendentif
object-type-ring = bague
object-type-ear-ring = boucle d’oreille
object-type-amulet = amulette
object-type-weapon = arme
object-type-axe = hache
object-type-dagger = poignard
object-type-arrowhead = pointe de flèche
object-type-tool = outil
object-type-sickle = faucille
# A piece that was used for weighing.
object-type-weight = poids
object-type-manuscript = manuscrit
object-type-scroll = rouleau
# A single leaf of a book.
object-type-leaf = feuillet de manuscrit
object-type-book = livre manuscrit
object-type-binding = reliure
object-type-scroll-case = étui de rouleau
object-type-architectural-element = élément d’architecture
object-type-door = porte
object-type-panel = panneau
# The top of a column.
object-type-capital = chapiteau
object-type-tile = carreau de revêtement
# A plain cone whose coloured end was part of a mosaic on a wall.
object-type-mosaic-cone = cône de mosaïque
object-type-coffin = cercueil
# A box for bones.
object-type-ossuary = ossuaire

## Techniques

technique-impressing = impression dans l’argile
technique-stamping = estampage
technique-engraving = gravure
technique-drilling = perçage
technique-carving = sculpture et taille
technique-polishing = polissage
technique-modelling = modelage à la main
technique-moulding = moulage
technique-wheel-throwing = tournage
technique-firing = cuisson au four
technique-painting = peinture
technique-glazing = glaçure
# A shining metallic film on a glaze.
technique-lustre = lustre métallique
technique-casting = fonte
technique-hammering = martelage
# Making a coin with a hammer and two dies.
technique-striking = frappe au coin
# Decorating with tiny metal balls.
technique-granulation = granulation
technique-inlay = incrustation
technique-gilding = dorure
# Winding hot glass round a core that is later removed.
technique-core-forming = façonnage sur noyau
technique-glass-blowing = soufflage du verre
technique-writing-in-ink = écriture à l’encre

## Periods

period-neolithic = Néolithique
period-ubaid = époque d’Obeid
period-uruk = époque d’Uruk
period-jemdet-nasr = époque de Djemdet Nasr
period-early-dynastic = époque des dynasties archaïques
period-akkadian = époque d’Akkad
period-lagash-ur-iii = IIe dynastie de Lagash et IIIe dynastie d’Ur
period-old-babylonian = époques paléo-babylonienne et paléo-assyrienne
period-kassite-middle-assyrian = époques kassite et médio-assyrienne
period-neo-assyrian = époque néo-assyrienne
period-neo-babylonian = époque néo-babylonienne
period-achaemenid = époque achéménide
period-seleucid = époque séleucide
period-parthian = époque parthe
period-sasanian = époque sassanide
period-early-islamic = début de l’époque islamique et époque abbasside
period-ilkhanid-jalayirid = époques ilkhanide et djalayiride
period-ottoman = époque ottomane

## Places

place-southern-iraq = sud de l’Irak
place-central-iraq = centre de l’Irak
place-diyala = région de la Diyala
place-northern-iraq = nord de l’Irak
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
place-babylon = Babylone
place-jemdet-nasr = Djemdet Nasr
place-tell-al-ubaid = Tell el-Obeid
place-basra = Bassora
place-kufa = Koufa
place-baghdad = Bagdad
place-seleucia = Séleucie du Tigre
place-ctesiphon = Ctésiphon
place-samarra = Samarra
place-eshnunna = Eshnunna (Tell Asmar)
place-khafajah = Khafadjé
place-assur = Assur
place-nimrud = Nimroud
place-nineveh = Ninive
place-khorsabad = Khorsabad
place-nuzi = Nuzi
place-arpachiyah = Arpachiyah
place-hatra = Hatra
place-mosul = Mossoul
place-erbil = Erbil

## Scripts

script-none = aucune écriture
# The earliest writing, which looks like small pictures.
script-proto-cuneiform = signes en forme d’images (protocunéiforme)
script-cuneiform = signes en forme de clous (cunéiforme)
# Titre d’un groupe : araméen, hébreu, syriaque, grec et autres.
script-letters = lettres en ligne (araméen, hébreu, grec et autres)
script-aramaic = araméen
script-hebrew = hébreu
script-syriac = syriaque
script-mandaic = mandéen
script-armenian = arménien
script-greek = grec
script-middle-persian = moyen perse
script-arabic = lettres arabes
# Written on the object by a museum or an excavation.
script-ink-number = numéro à l’encre ou à la peinture

## Shapes

shape-slab = plaque plate
shape-cylinder = cylindre
shape-cone = cône ou clou
shape-lump = boulette ou masse informe
shape-figure = figure humaine ou animale
shape-vessel = pot ou bol
shape-blade = outil ou lame
shape-disc = disque
shape-ring-bead = anneau ou perle
shape-leaf-book = feuillet, rouleau ou livre
shape-block = bloc ou brique

## Sizes

size-fingertip = tient dans une boîte d’allumettes
size-hand = tient dans la main
size-suitcase = tient dans une valise
size-two-people = se porte à deux

## Laws

law-iraq-59-1936 = Loi n° 59 de 1936 sur les antiquités
    .subject = Ancienne loi irakienne sur les antiquités : les antiquités de 200 ans ou plus appartiennent à l’État. Modifiée par la loi n° 120 de 1974 et la loi n° 164 de 1975.
law-iraq-55-2002 = Loi n° 55 de 2002 sur les antiquités et le patrimoine
    .subject = Protège les objets et les sites de 200 ans ou plus. Une décision du ministre peut aussi protéger un patrimoine plus récent. Nul ne peut vendre, donner ou exporter des antiquités ; seul le Conseil d’État des antiquités et du patrimoine peut en prêter.
# Our sources give different numbers for the article (109 or 113). That is why no number is named.
law-iraq-constitution-2005 = Constitution de la République d’Irak, 2005
    .subject = Considère les antiquités, les manuscrits et les monnaies comme une richesse de la nation tout entière. Vérifiez le numéro de l’article avant de le citer.
law-unscr-661-1990 = Résolution 661 (1990) du Conseil de sécurité des Nations Unies
    .subject = Adoptée le 6 août 1990. Les résolutions suivantes retiennent ce jour comme date limite pour les biens culturels sortis d’Irak.
law-unscr-1483-2003 = Résolution 1483 (2003) du Conseil de sécurité des Nations Unies
    .subject = Paragraphe 7 : tous les États doivent aider à restituer les biens culturels sortis d’Irak depuis le 6 août 1990 et en interdire le commerce. Un soupçon raisonnable suffit pour que l’interdiction s’applique.
law-unscr-2199-2015 = Résolution 2199 (2015) du Conseil de sécurité des Nations Unies
    .subject = Paragraphes 15 à 17 : interdit le commerce des biens culturels sortis d’Irak depuis le 6 août 1990 et de Syrie depuis le 15 mars 2011.
law-unscr-2347-2017 = Résolution 2347 (2017) du Conseil de sécurité des Nations Unies
    .subject = Prolonge les résolutions précédentes et demande le concours d’INTERPOL et de l’Organisation mondiale des douanes.
law-hague-1954 = Convention de La Haye de 1954 pour la protection des biens culturels en cas de conflit armé
    .subject = Les États s’engagent à protéger les biens culturels en temps de guerre et à respecter ceux des autres États.
law-unesco-1970 = Convention de l’UNESCO de 1970 contre le trafic illicite des biens culturels
    .subject = Les États s’engagent à empêcher l’importation, l’exportation et le transfert de propriété illicites des biens culturels.
law-unesco-1972 = Convention de l’UNESCO de 1972 sur le patrimoine mondial
    .subject = Les États s’engagent à protéger les sites de valeur exceptionnelle.
