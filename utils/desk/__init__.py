"""The learner's desk: JupyterLab with the course's own profile."""
