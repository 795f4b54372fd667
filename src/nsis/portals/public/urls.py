"""Pages for everyone."""

from django.urls import path

from nsis.portals.public import law_pages, member_sign_in, pages, sign_in

urlpatterns = [
    path("", pages.home, name="home"),
    path("about/", pages.about, name="about"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("law/", law_pages.schemes, name="law"),
    path("law/<str:country>/<str:scheme>/", law_pages.scheme, name="law_scheme"),
    path("law/<str:country>/<str:scheme>/<str:quantity>/", law_pages.quantity, name="law_quantity"),
    path("law/<str:country>/<str:scheme>/<str:quantity>/drawing.svg", law_pages.drawing, name="law_drawing"),
    path("language/", pages.choose_language, name="choose_language"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("member/sign-in/", member_sign_in.who, name="member_sign_in"),
    path("member/sign-in/code/", member_sign_in.code, name="member_code"),
]
