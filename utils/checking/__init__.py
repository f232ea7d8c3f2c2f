"""The judge: what is true of right answers, and which known mistake explains a wrong one."""
