using InclusionPlatform.Beneficiaries.JobSearch;
using InclusionPlatform.Beneficiaries.JobSearch.Applications;
using InclusionPlatform.Beneficiaries.JobSearch.Curricula;
using InclusionPlatform.Beneficiaries.Rights;

namespace InclusionPlatform.Demo;

/// <summary>One job search that runs: two sessions held, one to come, a curriculum, an application on a portal whose answer is awaited.</summary>
internal sealed class JobSearchStory(DemoStage stage, DemoPerson person, DateOnly today)
{
    public void Write(DateOnly day) => stage.On(day, 11, async () =>
    {
        var target = new JobTarget([], ["AP"], ["catering", "hospitality"], "Aiuto cuoco o lavapiatti", 24, "Mattina e primo pomeriggio");
        var path = (await stage.SendAsync(person.Educator, new OpenJobPath(person.CaseId, new(person.Educator.Id, day, target, "Curriculum pronto entro il mese, poi due candidature alla settimana.", 6)))).Id;
        var beneficiary = (await stage.SendAsync(person.Educator, new GetJobPath(path))).BeneficiaryId;
        await stage.SendAsync(person.Educator, new GiveConsent(beneficiary, ConsentPurpose.ApplicationsOnBehalf, "2026-1", day, ConsentProof.PaperArchive, null, null));
        Meet(path, day.AddDays(7), JobSessionWay.InPerson, "Letti insieme gli annunci e scelta la zona.");
        Meet(path, day.AddDays(14), JobSessionWay.VideoCall, "Corretto il curriculum, provato un colloquio.");
        stage.On(day.AddDays(14), 15, async () =>
        {
            await stage.SendAsync(person.Educator, new SaveCv(path, new(
                "Aiuto cuoco", "Puntualità e abitudine a lavorare in squadra; cerca un lavoro stabile vicino a casa.", true, false, true, false, false, null, null, null, null, true, null, true, true, "Da subito",
                false, false)));
            await stage.SendAsync(person.Educator, new PrepareApplication(path, new(
                JobOpeningKind.Other, null, "Ristorante Esempio srl", "Annuncio 12", "Aiuto cuoco", JobChannel.Portal, null, null, null, null, "Portale del lavoro", day.AddDays(14), today.AddDays(5), null, false)));
            await stage.SendAsync(person.Educator, new PlanJobSession(path, new(JobSessionWay.InPerson, today.AddDays(3), "10:00", 60, person.Educator.Id, "Sportello lavoro", null)));
        });
    });

    private void Meet(Guid path, DateOnly day, JobSessionWay way, string note) => stage.On(day, 12, async () =>
    {
        var session = (await stage.SendAsync(person.Educator, new PlanJobSession(path, new(way, day, "10:00", 60, person.Educator.Id, null, null)))).Id;
        await stage.SendAsync(person.Educator, new RecordJobSession(path, session, 1, JobSessionState.Held, 60, note));
    });
}
