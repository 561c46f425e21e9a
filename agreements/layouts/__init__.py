"""版式: a union's own layout of a paper, made in Word with tags where the paper's words go. What is
here imports no Django, save what keeps the layouts (models, actions, in_use, carrying) and their
pages (door, shown, forms, views, file_views, urls)."""
