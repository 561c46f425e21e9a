"""The rules of a place."""

from django.urls import path

from negotiate.places.views import rules, wages

urlpatterns = [
    path("rules/", rules.rules, name="rules"),
    path("rules/compare/", rules.compare, name="rules-compare"),
    path("rules/copy/", rules.copy, name="rules-copy"),
    path("rules/wages/", wages.wages, name="wages"),
    path("rules/wages/region/", wages.region, name="wage-region"),
    path("rules/wages/<int:wage_id>/drop/", wages.drop_wage, name="wage-drop"),
    path("rules/<slug:rule>/", rules.rule, name="rule"),
    path("rules/<slug:rule>/take-back/", rules.take_back, name="rule-take-back"),
]
