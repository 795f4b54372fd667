"""Pages of an employer. No address names the employer: it is the one that the signed-in user acts for."""

from django.urls import path, register_converter

from nsis.portals.converters import MonthConverter
from nsis.portals.employer import (
    home,
    nil_return,
    remittances,
    return_page,
    return_template,
    returns,
    send_return,
    slip,
)

register_converter(MonthConverter, "month")

urlpatterns = [
    path("", home.home, name="employer_home"),
    path("returns/", returns.returns, name="employer_returns"),
    path("returns/send/", send_return.send_return, name="send_return"),
    path("returns/nil/", nil_return.nil_return, name="nil_return"),
    path(
        "returns/template/<month:month>/<str:language>.<str:kind>",
        return_template.return_template,
        name="return_template",
    ),
    path("returns/<uuid:return_id>/", return_page.return_page, name="employer_return"),
    path("returns/<uuid:return_id>/progress/<uuid:job_id>/", return_page.progress, name="return_progress"),
    path("returns/<uuid:return_id>/faults.xlsx", return_page.faults_file, name="return_faults"),
    path("returns/<uuid:return_id>/check/", return_page.check, name="check_return"),
    path("returns/<uuid:return_id>/confirm/", return_page.confirm, name="confirm_return"),
    path("slips/<month:month>/", slip.slip, name="payment_slip"),
    path("slips/<month:month>/slip.pdf", slip.slip_pdf, name="payment_slip_pdf"),
    path("remittances/", remittances.remittances, name="employer_remittances"),
]
