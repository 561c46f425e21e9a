"""The papers that accompany a negotiation (domain: offer, reply, lists, record, resolution, filing,
notice, inspection): drawn from the room on demand, nothing of them typed or kept a second time."""
