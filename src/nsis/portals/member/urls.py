"""Pages of an insured person: nobody else sees them."""

from django.urls import path

from nsis.portals.member import passbook, why

urlpatterns = [
    path("", passbook.passbook, name="passbook"),
    path("why/<int:line_id>/<str:quantity>/", why.why, name="why"),
]
