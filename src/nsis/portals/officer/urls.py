"""Pages of the scheme's officers."""

from django.urls import path

from nsis.portals.officer import employers, held_lines, home, people, trial_balance

urlpatterns = [
    path("", home.home, name="officer_home"),
    path("held-lines/", held_lines.held_lines, name="held_lines"),
    path("held-lines/<uuid:held_line_id>/", held_lines.held_line, name="held_line"),
    path("held-lines/<uuid:held_line_id>/match/<uuid:person_id>/", held_lines.match, name="match_held_line"),
    path("held-lines/<uuid:held_line_id>/register/", held_lines.register, name="register_held_line"),
    path("employers/", employers.employers, name="officer_employers"),
    path("employers/<uuid:employer_id>/", employers.employer, name="officer_employer"),
    path("people/", people.people, name="officer_people"),
    path("people/<uuid:person_id>/", people.person, name="officer_person"),
    path("trial-balance/", trial_balance.trial_balance, name="trial_balance"),
]
