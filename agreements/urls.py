"""Addresses of papers: to sign, to read, to find again."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
