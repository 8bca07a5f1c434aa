using InclusionPlatform.Beneficiaries.Assessments;

namespace InclusionPlatform.Demo;

/// <summary>The reading of the work need and two ICF sheets of one person, so that there is something to compare.</summary>
internal sealed class AssessmentStory(DemoStage stage, DemoPerson person)
{
    public void Write(DateOnly takenOn, DateOnly later)
    {
        Make(takenOn.AddDays(3), AssessmentKind.WorkNeed, day => new(
            day, "Si comincia da un contesto tranquillo, con un tutor presente, e si riguarda tra due mesi.",
            new(
                "Otto anni in magazzino, poi lavori saltuari; sa usare il lettore di codici.", "La famiglia è vicina; arriva puntuale agli incontri.", "Fatica quando le richieste sono molte insieme.",
                "Tornare in magazzino, meglio al mattino.", "Mezza giornata all'inizio, raggiungibile con l'autobus."),
            null, null, null, null));
        Make(takenOn.AddDays(6), AssessmentKind.Icf, day => Sheet(day, "b130.2", "b164.1", "b455.2", "d155.22", "d240.33", "d720.22", "d845.43", "d850.43", "e310+2", "e330.2", "e590+1"));
        Make(later, AssessmentKind.Icf, day => Sheet(day, "b130.1", "b164.1", "b455.1", "d155.11", "d240.22", "d720.12", "d845.32", "d850.32", "e310+2", "e330.1", "e590+3"));
    }

    private static AssessmentDraft Sheet(DateOnly day, params string[] notations) =>
        new(day, "Regge meglio lo sforzo e le richieste quando sono una alla volta.", null, null, null, [.. notations.Select(notation => new IcfDraft(notation, null))], null);

    private void Make(DateOnly day, AssessmentKind kind, Func<DateOnly, AssessmentDraft> draft) => stage.On(day, 12, async () =>
    {
        var started = await stage.SendAsync(person.Educator, new StartAssessment(person.CaseId, kind));
        await stage.SendAsync(person.Educator, new SaveAssessment(person.CaseId, started.Id, 1, draft(day)));
        await stage.SendAsync(person.Educator, new AskAssessmentSignatures(person.CaseId, started.Id, 2, [person.Educator.Id]));
        await stage.SendAsync(person.Educator, new SignAssessment(person.CaseId, started.Id, 3));
    });
}
