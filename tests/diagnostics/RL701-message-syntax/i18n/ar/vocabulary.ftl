# The labels of the vocabulary.
material-clay = طين
material-baked-clay = طين مشوي
material-stone حجر
material-haematite = هيماتيت
object-type-tablet = لوح
object-type-seal = ختم
technique-engraving = نقش
period-bronze-age = العصر البرونزي
period-iron-age = العصر الحديدي
place-ur = أور
script-none = بلا كتابة
script-cuneiform = كتابة مسمارية
shape-slab = لوح مسطّح
shape-cylinder = أسطوانة
size-fingertip = بحجم طرف الإصبع
size-hand = يتسع لها كفّ اليد
size-two-people = يحملها شخصان
law-iraq-55-2002 = القانون رقم 55 لسنة 2002
    .subject = يحمي الآثار والتراث.
country-IQ = العراق
