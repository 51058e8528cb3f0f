"""One public page in Arabic: right-to-left text stands beside the others, and 112 still reads from the left."""

from home.demo.blocks import Block, notice, steps, text

HOME_TITLE = "Handslag"
PUBLIC_TITLE, PUBLIC_SLUG = "معلومات", "information"
PUBLIC_INTRODUCTION = "<p>كيف تعمل بلدية بيوركمارك للوقاية من التطرف العنيف، وإلى أين تتوجه إذا كنت قلقًا.</p>"
WORRIED_TITLE, WORRIED_SLUG = "إذا كنت قلقًا على شخص ما", "qalaq"
WORRIED: list[Block] = [
    text("من الجيد أنك تهتم. لا تحتاج إلى أن تكون متأكدًا لكي تسأل."),
    notice("عند وجود خطر على الحياة: اتصل بالرقم 112", "اتصل بالرقم 112 إذا كان شخص ما في خطر الآن."),
    steps(
        "ماذا يمكنك أن تفعل",
        "<b>حافظ على التواصل.</b> من يجد من يتحدث معه يسهل عليه أن يغيّر رأيه.",
        "<b>اسأل أكثر مما تجادل.</b>",
        "<b>تحدث مع الخدمات الاجتماعية في البلدية.</b> يمكنك طلب المشورة دون أن تذكر اسمك.",
    ),
]
