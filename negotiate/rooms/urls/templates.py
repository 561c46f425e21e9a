"""Addresses of an office's templates of terms."""

from django.urls import path

from negotiate.rooms.views import templates

ONE = "templates/<int:template_id>/"

urlpatterns = [
    path("templates/", templates.every, name="templates"),
    path("templates/from/<int:room_id>/", templates.make, name="make-template"),
    path(ONE, templates.one, name="template"),
    path(ONE + "retire/", templates.retire, name="retire-template"),
    path(ONE + "terms/<int:place>/", templates.fill, name="fill-template"),
    path(ONE + "terms/<int:place>/drop/", templates.drop, name="drop-template"),
]
