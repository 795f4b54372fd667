"""Every page's address, a list an audience."""

from django.urls import include, path

urlpatterns = [
    path("", include("nsis.portals.public.urls")),
    path("employer/", include("nsis.portals.employer.urls")),
    path("passbook/", include("nsis.portals.member.urls")),
    path("office/", include("nsis.portals.officer.urls")),
]
