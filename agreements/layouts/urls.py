"""A federation's layouts."""

from django.urls import path

from agreements.layouts import file_views, views

urlpatterns = [
    path("layouts/", views.layouts, name="layouts"),
    path("layouts/<slug:kind>/", views.layout, name="layout"),
    path("layouts/<slug:kind>/tags/", views.tag_list, name="layout-tags"),
    path("layouts/<slug:kind>/<int:number>/docx/", file_views.docx, name="layout-docx"),
    path("layouts/<slug:kind>/<int:number>/use/", views.use, name="layout-use"),
    path("layouts/<slug:kind>/<int:number>/<slug:grade>/", file_views.sample, name="layout-sample"),
]
