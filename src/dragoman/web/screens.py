"""The screens of the workbench, in the order of their addresses."""

from dragoman.web.pages import (
    conflicts,
    coverage,
    dyad,
    evidence,
    home,
    judging,
    meetings,
    organisation,
    query,
    refusals,
    report,
    scenes,
    search,
    thing,
    things,
)
from dragoman.web.twins import Screen

SCREENS = (
    Screen(name="home", path="/", asked=home.Asked, page=home.HomePage, make=home.make),
    Screen(name="search", path="/facts", asked=search.Asked, page=search.SearchPage, make=search.make),
    Screen(name="evidence", path="/fact/{id}", asked=evidence.Asked, page=evidence.EvidencePage, make=evidence.make),
    Screen(name="report", path="/report/{id}", asked=report.Asked, page=report.ReportPage, make=report.make),
    Screen(name="reports", path="/reports", asked=coverage.ListAsked, page=coverage.ReportsPage, make=coverage.make_list),
    Screen(name="things", path="/things", asked=things.Asked, page=things.ThingsPage, make=things.make),
    Screen(name="thing", path="/thing/{id}", asked=thing.Asked, page=thing.ThingPage, make=thing.make),
    Screen(name="dyad", path="/dyad", asked=dyad.Asked, page=dyad.DyadPage, make=dyad.make),
    Screen(
        name="organisations", path="/organisations", asked=organisation.NoneAsked, page=organisation.OrganisationsPage,
        make=organisation.make_all,
    ),
    Screen(
        name="organisation", path="/organisation/{id}", asked=organisation.Asked, page=organisation.OrganisationPage, make=organisation.make
    ),
    Screen(name="meetings", path="/meetings", asked=meetings.Asked, page=meetings.MeetingsPage, make=meetings.make),
    Screen(name="conflicts", path="/conflicts", asked=conflicts.Asked, page=conflicts.ConflictsPage, make=conflicts.make),
    Screen(name="judging", path="/judging", asked=judging.Asked, page=judging.JudgingPage, make=judging.make),
    Screen(name="coverage", path="/coverage", asked=coverage.Asked, page=coverage.CoveragePage, make=coverage.make),
    Screen(name="scenes", path="/map", asked=scenes.Asked, page=scenes.ScenesPage, make=scenes.make),
    Screen(name="refusals", path="/refusals", asked=refusals.Asked, page=refusals.RefusalsPage, make=refusals.make),
    Screen(name="sql", path="/sql", asked=query.Asked, page=query.SqlPage, make=query.make),
    Screen(name="query", path="/query/{name}", asked=query.FileAsked, page=query.QueryPage, make=query.make_file),
)  # fmt: skip
