"""Sign-in by password, for employers, officers and auditors; sign-out for all."""

from django import forms
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from nsis.portals.access import anyone
from nsis.portals.forms import PortalForm

HOMES = {
    "employer": "employer_home",
    "member": "passbook",
    "officer": "officer_home",
    "auditor": "officer_home",
}


class SignInForm(PortalForm):
    """Login name and password."""

    login_name = forms.CharField(
        label=_("Login name"),
        max_length=150,
        error_messages={"required": _("Write your login name."), "max_length": _("Write your login name.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        error_messages={"required": _("Write your password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


def page_after(request: HttpRequest, role: str) -> str:
    """Where to go after signing in: the page asked for, when it is ours, else the role's first page."""
    asked = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure()):
        return asked
    return reverse(HOMES[role])


@anyone
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Asks for login name and password; the answer to a wrong pair does not say which was wrong."""
    form = SignInForm(request.POST or None)
    if form.is_valid():
        user = authenticate(
            request,
            username=form.cleaned_data["login_name"],
            password=form.cleaned_data["password"],
        )
        if user is not None:
            login(request, user)
            return redirect(page_after(request, user.role))
        form.add_error(
            None, _("The login name or the password is not right. Please check both and try again.")
        )
    return render(request, "public/sign_in.html", {"form": form})


@anyone
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and goes home."""
    logout(request)
    return redirect("home")
