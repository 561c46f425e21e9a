"""Addresses below a seat's page: a contract from its draft to its end."""

from django.urls import path

from negotiate.rooms.urls.below import SEAT
from negotiate.rooms.views import contract

urlpatterns = [
    path(SEAT + "draft/", contract.draft, name="draft"),
    path(SEAT + "filing/", contract.file, name="file"),
    path(SEAT + "filing/receipt/", contract.acknowledge, name="acknowledge"),
    path(SEAT + "filing/objection/", contract.object_to, name="object"),
    path(SEAT + "filing/objection/answer/", contract.answer_objection, name="answer-objection"),
    path(SEAT + "publication/", contract.publish, name="publish"),
    path(SEAT + "contract/amend/", contract.amend, name="amend"),
    path(SEAT + "contract/renew/", contract.renew, name="renew"),
    path(SEAT + "contract/end/", contract.terminate, name="terminate"),
    path(SEAT + "contract/end/back/", contract.take_back_end, name="take-back-end"),
]
