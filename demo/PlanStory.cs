using InclusionPlatform.Beneficiaries.Plans;

namespace InclusionPlatform.Demo;

/// <summary>One individual plan, written and signed with the person in the first weeks: its internship runs, its review is near.</summary>
internal sealed class PlanStory(DemoStage stage, DemoPerson person, DateOnly today)
{
    public void Write(DateOnly day) => stage.On(day, 11, async () =>
    {
        var started = await stage.SendAsync(person.Educator, new StartPlan(person.CaseId));
        await stage.SendAsync(person.Educator, new SavePlan(person.CaseId, started.Id, 1, Draft()));
        await stage.SendAsync(person.Educator, new AskSignatures(person.CaseId, started.Id, 2, [person.Educator.Id]));
        await stage.SendAsync(person.Educator, new SignPlan(person.CaseId, started.Id, 3));
        await stage.SendAsync(person.Educator, new SignForPerson(person.CaseId, started.Id, 3, $"{person.Facts.Name} {person.Facts.Surname}", true));
    });

    private PlanDraft Draft() => new(
        "Tornare a lavorare a contatto con le persone, vicino a casa, e avere di nuovo uno stipendio.",
        [
            new(null, NeedArea.Work, "Ritrovare un ritmo di lavoro e referenze recenti.",
            [
                new(null, "Portare a termine un tirocinio di tre mesi.", "Presenza di almeno il 70 % delle ore di ogni mese.", today.AddDays(70),
                [
                    new(null, ActionKind.Internship, "Tirocinio di inclusione in un'azienda della zona.", ActionBy.Person, null, null, today.AddDays(60), null),
                    new(null, ActionKind.Tutoring, "Colloquio con il tutor ogni due settimane.", ActionBy.Member, person.Educator.Id, null, today.AddDays(60), 6),
                    new(null, ActionKind.Accompaniment, "Accompagnamento al primo giorno e alle verifiche.", ActionBy.Member, person.Educator.Id, null, today.AddDays(60), 2),
                ]),
            ]),
            new(null, NeedArea.Training, "Avere l'attestato di sicurezza che le aziende chiedono.",
            [
                new(null, "Ottenere l'attestato di sicurezza di base.", "Attestato consegnato.", today.AddDays(40),
                [
                    new(null, ActionKind.Course, "Corso di sicurezza sul lavoro.", ActionBy.Person, null, null, today.AddDays(30), null),
                    new(null, ActionKind.Orientation, "Un incontro per scegliere l'edizione.", ActionBy.Other, null, "Centro per l'impiego", today.AddDays(20), null),
                ]),
            ]),
        ],
        today.AddDays(5));
}
