"""Scripts that train the models that ship in `copydesk/`; nothing here is needed to run the pipeline."""
