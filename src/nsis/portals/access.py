"""Who may see a page: one mark on every view, in words that a refused person reads too."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nsis.foundation.operations.record_look import record_look

EMPLOYER, MEMBER, OFFICER, AUDITOR = "employer", "member", "officer", "auditor"

type View = Callable[..., HttpResponseBase]


def anyone(view: View) -> View:
    """Everyone may see this page, signed in or not: the mark says that this is meant."""
    return view


def only(*roles: str, words: str | Promise, sign_in: str) -> Callable[[View], View]:
    """People of these roles may see the page; a visitor is asked to sign in, anyone else is told `words`."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), sign_in)
            if request.user.role not in roles:
                raise PermissionDenied(str(words))
            return view(request, *args, **kwargs)

        return guarded

    return mark


employers = only(
    EMPLOYER,
    words=_("This page is for people who send the monthly return of an employer."),
    sign_in="sign_in",
)
members = only(
    MEMBER,
    words=_("A passbook is for the insured person alone."),
    sign_in="member_sign_in",
)
officers = only(
    OFFICER,
    words=_("This page is for officers of the scheme."),
    sign_in="sign_in",
)
officers_and_auditors = only(
    OFFICER,
    AUDITOR,
    words=_("This page is for officers and auditors of the scheme."),
    sign_in="sign_in",
)


def acts_for(request: HttpRequest) -> UUID:
    """The employer or insured person that the signed-in user acts for."""
    # The page's mark lets only such users in, and the database gives each of them a subject.
    subject_id: UUID = request.user.subject_id  # type: ignore[assignment, union-attr]
    return subject_id


def require_own(request: HttpRequest, owner_id: UUID) -> None:
    """Refuses what belongs to someone other than the employer or person the user acts for."""
    if acts_for(request) != owner_id:
        raise PermissionDenied(str(_("This belongs to someone else, so we cannot show it to you.")))


def log_look(request: HttpRequest, subject_id: UUID) -> None:
    """Writes down that this user looked on this page at a person, or at the persons of a return or line."""
    page = request.resolver_match.view_name if request.resolver_match else request.path
    # The page's mark lets only users in.
    user_id: UUID = request.user.pk  # type: ignore[assignment]
    record_look(user_id=user_id, subject_id=subject_id, page=page, at=timezone.now())
