"""How nbgrader works in this course; read by nbgrader's commands, the formgrader and `course build`."""

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "write-the-transformer"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"

c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}
