-- What controllers may begin an ad-hoc inject with belongs to a version of a scenario like its injects. Versions loaded before, and scenarios without the file, have none.

alter table scenario_version add column templates text;
