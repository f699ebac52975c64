# Interface strings. Variables in { $braces } are filled in; keep them as they are.
# Values are set apart from the text around them, so that left-to-right and right-to-left mix well.

## The window and the ways through the site

# $page: the page's title; $site: the site's name
document-title = { $page } · { $site }
home = Accueil
menu = Menu
skip-to-content = Aller au contenu
breadcrumbs = Vous êtes ici
language = Langue
languages = Langues
choose-language = Choisir une langue
# On the first page, beside the language that the browser asks for
suggested-language = Langue demandée par votre navigateur
not-translated = pas encore traduit
lists = Listes
indexes = Chercher par
more = Plus
news = Actualités
feed = Flux d’actualités
law = Cadre juridique
contacts = Contacts
a-to-z = De A à Z
previous = Précédent
next = Suivant
older = Plus ancien
newer = Plus récent
all-entries = Tous les types
all-news = Toutes les actualités
all-contacts = Tous les contacts
read-more = Lire la suite
print = Imprimer cette page
to-top = Retour en haut de la page
letters = Lettres
# $address: where the page stands; printed at the foot of the sheet
page-address = Page : { $address }
related = Voir aussi
needs-network = nécessite le réseau
footnote-back = Retour à l’appel de note { $note } dans le texte
footnotes = Notes
on-this-page = Sur cette page
not-found = Cette page n’existe pas
not-found-text = L’adresse est peut-être erronée, ou la page a été déplacée. Repartez de la première page.

## How a text stands

# $language: the name of a language
fallback-notice = Ce texte n’est pas encore traduit. Langue affichée : { $language }.
draft-notice = Aucun locuteur natif n’a encore relu cette traduction.
stale-notice = Le texte original a changé depuis cette traduction.
unverified-notice = Aucun expert n’a encore confirmé ces informations.
translated-by = Traduction : { $name }
about-text = À propos de ce texte

## Counts

# $count: how many types of objects
entry-count = { $count ->
    [one] { $count } type d’objet
   *[other] { $count } types d’objets
}

# $count: how many pictures stand further down, besides the first
more-pictures = { $count ->
    [one] { $count } autre image
   *[other] { $count } autres images
}

## The two ways to an entry, on the home page

find-by-word = Chercher un mot
find-by-word-hint = Vous connaissez un nom, un lieu ou une époque.
find-by-sight = Identifier d’après ce que l’on voit
find-by-sight-hint = Vous avez l’objet ou une photographie sous les yeux.

## Indexes

terms-material = Par matière
terms-object-type = Par nature d’objet
terms-period = Par période
terms-place = Par lieu
terms-script = Par écriture
terms-shape = Par forme
terms-size = Par taille
# $term: the label of a term
term-title-material = Matière : { $term }
term-title-object-type = Nature de l’objet : { $term }
term-title-period = Période : { $term }
term-title-place = Lieu : { $term }
term-title-script = Écriture : { $term }
term-title-shape = Forme : { $term }
term-title-size = Taille : { $term }
narrower = Plus précisément
# $title: the title of an entry
see = voir { $title }

## An entry

also-called = Autres noms
look-for = À observer
mistaken-for = Facile à confondre avec
warning-signs = Signes d’alerte
what-to-do = Que faire maintenant
whom-to-ask = À qui s’adresser
facts = En bref
category = Catégorie
object-types = Nature de l’objet
materials = Matière
techniques = Technique
periods = Période
years = Date
places = Lieu
scripts = Écriture
inscriptions = Aspect de l’écriture
shapes = Forme
size = Taille
size-class = Encombrement
laws = Protégé par
confusables = Ne pas confondre avec
pictures = Images
# À côté d’une image, pour qui ne voit pas qu’elle s’ouvre
enlarge = Agrandir l’image
close = Fermer
zoom-in = Zoomer
zoom-out = Dézoomer
more-about = En savoir plus sur ce type
law-more = Ce que disent ces textes
sources = Sources
caution = Un objet qui ressemble à celui-ci ressemble à un type protégé. Cela seul ne prouve pas qu’il soit volé : retenez-le et demandez conseil.

## Years and sizes

# $from, $to: years, without an era
era-bce = { $year } av. J.‑C.
era-ce = { $year } apr. J.‑C.
years-bce = env. { $from } à { $to } av. J.‑C.
years-ce = env. { $from } à { $to } apr. J.‑C.
years-bce-ce = env. { $from } av. J.‑C. à { $to } apr. J.‑C.
year-bce = env. { $from } av. J.‑C.
year-ce = env. { $from } apr. J.‑C.
# $min, $max: numbers; $unit: a unit's symbol
size-range = { $min } à { $max } { $unit }
size-exact = { $min } { $unit }
dimension-height = Hauteur
dimension-width = Largeur
dimension-depth = Profondeur
dimension-length = Longueur
dimension-diameter = Diamètre
dimension-thickness = Épaisseur
dimension-weight = Poids
unit-mm = mm
unit-cm = cm
unit-m = m
unit-g = g
unit-kg = kg

## Pictures

picture-status-reference = Pièce de référence, en sécurité dans une collection connue
picture-status-seized = Pièce saisie par une autorité
picture-status-returned = Pièce restituée
picture-status-missing = Pièce disparue
picture-status-illustration = Illustration
credit = Image : { $credit }
licence = Licence : { $licence }
holder = Lieu de conservation : { $holder }
inventory = Numéro d’inventaire { $number }

## A list

list-kind-emergency = Liste rouge d’urgence
list-kind-regular = Liste rouge
purpose = Objectif
categories = Catégories
country = Pays
edition = Édition { $edition }
edition-of = Édition { $edition }, { $date }
first-published = Première publication
national-laws = Législation nationale
international-laws = Instruments internationaux
law-status-in-force = en vigueur
law-status-ratified = ratification
law-status-accepted = acceptation
law-status-acceded = adhésion
law-status-unverified = à confirmer
# $status: one of the above; $date: a date
law-status-since = { $status } ({ $date })
contact-kind-national-authority = Autorité nationale
contact-kind-police = Police
contact-kind-customs = Douanes
contact-kind-icom = ICOM
contact-kind-expert = Expert
phone = Téléphone
email = Courriel
website = Site web
experts = Experts
funders = Avec le soutien de
disclaimers = Avertissements
copyright = © { $year } { $holder }
published-by = Publié par { $publisher }

## The Object ID form: a blank form for one object, to be filled in on the screen or on paper

object-id-form = Fiche Object ID
object-id-how = Remplissez-la ici et imprimez-la, ou imprimez-la vierge et écrivez à la main. Rien n’est envoyé ni conservé : quand vous fermez cette page, ce que vous avez écrit est perdu.
object-id-photographs = Photographies
object-id-photo-whole = L’objet entier, de tous les côtés
object-id-photo-marks = L’écriture et les marques, en gros plan
object-id-photo-damage = Les dommages et les réparations, en gros plan
object-id-photo-scale = Une règle ou une chose de taille connue figure dans l’image
object-id-questions = Neuf questions
object-id-type = Type d’objet
object-id-type-hint = D’abord le mot général, puis le mot précis : sceau, sceau-cylindre.
object-id-materials = Matériaux et techniques
object-id-materials-hint = En quoi est-il fait, et comment ?
object-id-measurements = Mesures
object-id-measurements-hint = Taille et poids. Indiquez la dimension et l’unité.
object-id-inscriptions = Inscriptions et marques
object-id-inscriptions-hint = Écriture, numéros, cachets, étiquettes. Recopiez-les exactement.
object-id-features = Éléments distinctifs
object-id-features-hint = Ce qui distingue cette pièce d’autres semblables : dommages, réparations, défauts.
object-id-title = Titre
object-id-title-hint = Le nom sous lequel on le connaît. La plupart des objets n’en ont pas.
object-id-subject = Sujet
object-id-subject-hint = Que représente-t-il ?
object-id-date = Date ou période
object-id-date-hint = Quel âge lui donne-t-on, et qui le dit ?
object-id-maker = Auteur
object-id-maker-hint = Une personne, un atelier ou une culture.
object-id-description = Courte description
object-id-description-hint = Couleur, forme, et lieu de fabrication si vous le connaissez.
object-id-extras = Si vous les connaissez
object-id-inventory = Numéro d’inventaire
object-id-written = Documents écrits associés
object-id-written-hint = Factures, lettres, livres où il figure.
object-id-origin = Lieu d’origine ou de découverte
object-id-origin-hint = Et qui l’indique.
object-id-related = Objets associés
object-id-related-hint = Les autres objets du même colis ou du même ensemble.
object-id-documented = Date d’établissement de la fiche

## The offline edition: the foot of every page, and START-HERE.html on a stick

# $date: the last day on which nobody needs to ask for a newer edition
valid-until = Valable jusqu’au { $date }
newer-edition = Une édition plus récente existe peut-être. Demandez à l’éditeur.
start-here = Commencez ici
start-open = Ouvrir la Liste rouge
start-help = Si rien ne s’ouvre
start-help-browser = Sur un ordinateur, ouvrez cette page dans un navigateur comme Firefox, Chrome ou Edge : « Ouvrir avec », puis le navigateur.
start-help-copy = Si des pages restent vides ou si des images manquent, copiez d’abord le tout sur l’ordinateur, puis ouvrez-y START-HERE.html.
start-help-phone = Certains téléphones n’affichent que cette page, et ses liens ne mènent nulle part. Demandez à l’éditeur l’édition en un seul fichier.
start-help-safe = Rien n’est à installer, et rien n’est envoyé. Si une fenêtre vous demande d’installer quelque chose, cela ne vient pas de cette édition : refusez.
start-help-check = Pour trouver un fichier abîmé, comparez les fichiers à SHA256SUMS. Seule la signature montre si quelqu’un les a modifiés exprès : demandez à l’éditeur comment la vérifier.

## On paper: the booklet and the cards of a list

# $list: the list's title
print-title = { $list } : livret à imprimer
cards-title = { $list } : fiches à imprimer
print-booklet = Livret à imprimer
print-cards = Fiches à imprimer
print-how = Imprimez ce livret sur papier A4 ou Letter, ou enregistrez-le en PDF depuis la fenêtre d’impression.
cards-how = Imprimez d’un seul côté sur du papier épais, A4 ou Letter, à taille réelle, et coupez le long des lignes.
contents = Sommaire
card-ask = Un objet ressemble à celui-ci ? Retenez-le et demandez conseil.

## The size, drawn

# $coin, $coin_unit: the coin's diameter
beside-coin = Pièces habituelles, à l’échelle, à côté d’une pièce de monnaie de { $coin } { $coin_unit }
beside-hand = Pièces habituelles, à l’échelle, à côté d’une main
beside-paper = Pièces habituelles, à l’échelle, à côté d’une feuille A4
beside-person = Pièces habituelles, à l’échelle, à côté d’une personne

## La recherche

search = Rechercher
search-label = Chercher par un mot
search-help = Tapez un nom, une matière, un lieu ou une période, dans n’importe quelle langue de ce site. Plus précisément : +obligatoire -exclu début* "ces mots ensemble" matière:argile
# What readers may write before a colon in a query; several names with commas
search-field-list = liste
search-field-category = catégorie
search-field-material = matière, matériau
search-field-type = type, genre
search-field-period = période, époque
search-field-place = lieu, endroit
search-field-script = écriture
search-field-shape = forme
search-field-size = taille
search-browse = Ou parcourez les index
search-narrow = Affiner
search-results = Résultats
search-chosen = Choix actuels ; appuyez sur l’un d’eux pour le retirer
search-suggestions = Suggestions
# $count: how many types of objects were found
search-count = { $count ->
    [one] { $count } type d’objet trouvé
   *[other] { $count } types d’objets trouvés
}
search-nothing = Aucun résultat.
search-nothing-hint = Essayez avec moins de mots ou d’autres mots, ou identifiez l’objet d’après ce que vous voyez. Absent de cette liste ne veut pas dire non protégé : dans le doute, demandez.
# $typed: what the reader typed; $found: the words that were looked for instead
search-corrected = Aucune entrée ne contient le mot « { $typed } ». Celles-ci contiennent : { $found }
search-more = Afficher plus
search-all = Tous les résultats
# $name: a material, a period and so on
search-remove = Retirer { $name }
search-lost = Un fichier de la recherche manque : tout ne peut pas être trouvé. Copiez de nouveau le dossier entier, ou servez-vous de l’index de A à Z.
search-other-edition = Les fichiers de la recherche viennent d’éditions différentes. Copiez de nouveau le dossier entier, ou servez-vous de l’index de A à Z.
# $from, $to: years with their eras; one of them may be “…”
search-years = de { $from } à { $to }
# $language: the name of a language
search-in-language = En { $language } :
search-from = De
search-to = À
search-era = Ère
search-bce = av. J.-C.
search-ce = apr. J.-C.

## Identifier d’après ce que l’on voit

identify = Identifier d’après ce que vous voyez
# $choices: what was chosen, as a list
identify-title = Ce qui correspond : { $choices }
identify-how = Choisissez ce que vous voyez, dans n’importe quel ordre. Laissez ce dont vous n’êtes pas sûr. Ce qui correspond est montré plus bas.
identify-begin = Choisir parmi des dessins
identify-material = En quelle matière est-il ?
identify-shape = Quelle est sa forme ?
identify-script = Porte-t-il une écriture ?
identify-size = Quelle est sa taille ?
identify-not-sure = Pas sûr
identify-chosen = Vous avez choisi
identify-start-again = Recommencer
identify-candidates = Ce qui correspond
identify-none-yet = Rien n’est encore choisi : voici tous les types.
identify-compare = Comparer
identify-yes = Il ressemble à ceci
identify-no = Mais pas à ceci
identify-more = D’autres types correspondent. Choisissez d’autres traits, ou parcourez-les tous :
identify-nothing = Rien dans cette liste ne correspond à tous vos choix. Retirez un choix, ou traitez l’objet comme suspect.
identify-nothing-fits = Rien ne correspond ?
identify-nothing-fits-text = Traitez tout de même l’objet comme suspect : la liste nomme des types, non chaque objet, et une pièce peut être cassée, usée ou maquillée. Retenez-la, photographiez-la et demandez conseil.

## The drawings of the choices, in words

drawing-material-clay = Une motte d’argile arrondie, marquée par un pouce
drawing-material-stone = Un bloc de pierre brute aux arêtes vives
drawing-material-metal = Un lingot de métal qui brille
drawing-material-ivory-bone = Une défense et un petit os
drawing-material-glass-faience = Un flacon de verre à bandes ondulées
drawing-material-paper-leather = Une feuille écrite dont un coin se recourbe
drawing-material-wood-textile = Une planche veinée à côté d’un morceau de tissu
drawing-material-plaster = Un panneau moulé orné d’une volute en relief
drawing-shape-slab = Une plaque plate, vue de face et un peu de côté
drawing-shape-cylinder = Un cylindre percé dans sa longueur
drawing-shape-cone = Un clou à large tête et à tige pointue
drawing-shape-lump = Une motte où une petite image est imprimée
drawing-shape-figure = Une figure humaine et une figure d’animal
drawing-shape-vessel = Un pot rond à col
drawing-shape-blade = Un poignard avec sa lame et sa poignée
drawing-shape-disc = Une monnaie à tête, vue de face et de tranche
drawing-shape-ring-bead = Une bague et une rangée de perles
drawing-shape-leaf-book = Un livre ouvert aux pages écrites
drawing-shape-block = Un bloc semblable à une brique
drawing-script-none = Une surface vide
drawing-script-proto-cuneiform = De petites images dans des cases : un poisson, un épi, des points
drawing-script-cuneiform = Trois rangées de signes en forme de clous
drawing-script-letters = Deux rangées de lettres séparées
drawing-script-arabic = Des lettres arabes liées, avec des points
drawing-script-ink-number = Un numéro dans un cadre, écrit sur la surface d’une pièce
drawing-size-fingertip = Une petite pièce à côté d’une monnaie
drawing-size-hand = Une pièce à côté d’une main ouverte
drawing-size-suitcase = Une pièce à côté d’une valise
drawing-size-two-people = Deux personnes qui portent une pièce
