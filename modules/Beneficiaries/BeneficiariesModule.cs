using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.Appointments;
using InclusionPlatform.Beneficiaries.Assessments;
using InclusionPlatform.Beneficiaries.Attestations;
using InclusionPlatform.Beneficiaries.Caseload;
using InclusionPlatform.Beneficiaries.Cases;
using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Beneficiaries.Documents;
using InclusionPlatform.Beneficiaries.DiaryTemplates;
using InclusionPlatform.Beneficiaries.Duplicates;
using InclusionPlatform.Beneficiaries.Emergencies;
using InclusionPlatform.Beneficiaries.FormDrafts;
using InclusionPlatform.Beneficiaries.Grants;
using InclusionPlatform.Beneficiaries.GroupActivities;
using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Beneficiaries.JobSearch;
using InclusionPlatform.Beneficiaries.Outcomes;
using InclusionPlatform.Beneficiaries.Participation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Beneficiaries.PersonFile;
using InclusionPlatform.Beneficiaries.Plans;
using InclusionPlatform.Beneficiaries.Programmes;
using InclusionPlatform.Beneficiaries.WorkProfiles;
using InclusionPlatform.Beneficiaries.Readings;
using InclusionPlatform.Beneficiaries.Referrals;
using InclusionPlatform.Beneficiaries.Referrals.Attachments;
using InclusionPlatform.Beneficiaries.Rights;
using InclusionPlatform.Beneficiaries.Rights.Copy;
using InclusionPlatform.Beneficiaries.Selection;
using InclusionPlatform.Beneficiaries.WaitingList;
using InclusionPlatform.Shared.Jobs;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.SavedViews;
using MediatR;

namespace InclusionPlatform.Beneficiaries;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class BeneficiariesModule
{
    internal const string Read = "beneficiaries:read";
    internal const string Write = "beneficiaries:write";
    internal const string Merge = "beneficiaries:merge";
    internal const string BreakTheGlass = "beneficiaries:break-the-glass";
    internal const string WriteReferrals = "referrals:write";
    internal const string ReadDiaryTemplates = "diary-templates:read";
    internal const string WriteDiaryTemplates = "diary-templates:write";
    internal const string DecideReferrals = "referrals:decide";
    internal const string ReadProgrammes = "programmes:read";
    internal const string WriteProgrammes = "programmes:write";
    internal const string Pay = "payees:read";

    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddBeneficiaries(this IServiceCollection services)
    {
        services.AddRights(
            new Right(Read, new("Vedere le persone delle proprie équipe", "See the people of one's teams"), false, Role.Educator, Role.Coordinator),
            new Right(Write, new("Registrare persone e seguire le prese in carico", "Register people and follow cases"), false, Role.Educator, Role.Coordinator),
            new Right(Merge, new("Unire le schede della stessa persona, o dire che sono due", "Merge the records of one person, or say that they are two"), false, Role.Coordinator),
            new Right(BreakTheGlass, new("Chiedere l'accesso di emergenza a una persona riservata", "Ask for emergency access to a restricted person"), false, Role.Coordinator),
            new Right(WriteReferrals, new("Segnalare persone al servizio e sapere solo a che punto è la risposta", "Refer people to the service and learn only how the answer stands"), true, Role.Educator, Role.Coordinator),
            new Right(ReadDiaryTemplates, new("Vedere i modelli delle note di diario", "See the templates of diary notes"), false, Role.Educator, Role.Coordinator, Role.Administrator),
            new Right(WriteDiaryTemplates, new("Tenere i modelli delle note di diario", "Keep the templates of diary notes"), false, Role.Coordinator, Role.Administrator),
            new Right(DecideReferrals, new("Convocare le letture del caso, registrarne le decisioni, ordinare la lista d'attesa", "Call case readings, record their decisions, order the waiting list"), false, Role.Coordinator),
            new Right(ReadProgrammes, new("Vedere i programmi che finanziano il servizio", "See the programmes that fund the service"), false, Role.Educator, Role.Coordinator, Role.Administrator),
            new Right(WriteProgrammes, new("Tenere i programmi e il loro budget", "Keep the programmes and their budget"), false, Role.Coordinator, Role.Administrator),
            new Right(UnemploymentTermsEndpoint.Read, new("Vedere da quanti mesi la disoccupazione è di lunga durata", "See after how many months unemployment is long-term"), false, Role.Educator, Role.Coordinator, Role.Administrator),
            new Right(UnemploymentTermsEndpoint.Write, new("Tenere i termini della disoccupazione di lunga durata", "Keep the terms of long-term unemployment"), false, Role.Administrator),
            new Right(Pay, new("Usare nomi e conti di chi va pagato, per le liste di pagamento", "Use names and accounts of who is to be paid, for the pay lists"), false, Role.Coordinator, Role.Administrator));
        FieldLabels.Add(Labels);
        FieldLabels.Add(ReferralLabels.All);
        FieldLabels.Add(PersonFileLabels.All);
        FieldLabels.Add(ProgrammeLabels.All);
        services.AddSettings<BeneficiariesOptions>("Beneficiaries");
        services.AddSavedList("beneficiaries", Read);
        services.AddScoped<NeedToKnow>();
        services.AddScoped<CommandAtHand>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(NotesCommand<,>));
        services.AddScoped<SensitiveFields>();
        services.AddScoped<SealedCursor>();
        services.AddScoped<PersonSections>();
        services.AddScoped<UnemploymentTerms>();
        services.AddScoped<CaseOpening>();
        services.AddScoped<CaseHandover>();
        services.AddScoped<OutsideMembers>();
        services.AddScoped<DiaryDesk>();
        services.AddScoped<DiaryPages>();
        services.AddScoped<AppointmentDesk>();
        services.AddScoped<GroupAppointments>();
        services.AddScoped<AppointmentMessages>();
        services.AddScoped<AppointmentClosing>();
        services.AddScoped<OwnGroup>();
        services.AddScoped<PlannedActivities>();
        services.AddScoped<IDueWorkSource, DueAppointments>();
        services.AddScoped<IDueWorkSource, DueGroupActivities>();
        services.AddJob(new JobSchedule("beneficiaries.remind-appointments", "0 */5 * * * ?", () => new RemindAppointments(), OncePerOccurrence: false));
        services.AddJob(new JobSchedule("beneficiaries.tell-people-of-appointments", "30 */5 * * * ?", () => new TellPeopleOfAppointments(), OncePerOccurrence: false));
        services.AddAssessments();
        services.AddPlans();
        services.AddScoped<ReferralDesk>();
        services.AddScoped<AnswerMail>();
        services.AddScoped<ReferralColumns>();
        services.AddScoped<ReferralAttachments>();
        services.AddScoped<ReadingDesk>();
        services.AddScoped<TakingOn>();
        services.AddScoped<MistakenCase>();
        services.AddScoped<WaitingOrder>();
        services.AddScoped<ProgrammeBook>();
        services.AddScoped<IDueWorkSource, DueCasework>();
        services.AddScoped<IDueWorkSource, DueReferrals>();
        services.AddScoped<IDueWorkSource, DueDocuments>();
        services.AddScoped<ISearchSource, PeopleFound>();
        services.AddSelection();
        services.AddGrants();
        services.AddParticipation();
        services.AddOutcomes();
        services.AddCaseload();
        services.AddFormDrafts();
        services.AddPersonRights();
        services.AddPeopleMerges();
        services.AddJobSearch();
        return services.AddSlicesOf(typeof(BeneficiariesModule).Assembly);
    }

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapBeneficiaries(this IEndpointRouteBuilder api)
    {
        var beneficiaries = api.MapGroup("/beneficiaries").WithTags("Beneficiaries");
        beneficiaries.MapRegisterBeneficiary();
        beneficiaries.MapSearchBeneficiaries();
        beneficiaries.MapCheckDuplicates();
        beneficiaries.MapReadTaxCode();
        beneficiaries.MapGetBeneficiary();
        beneficiaries.MapChangeBeneficiary();
        beneficiaries.MapDiscloseFields();
        beneficiaries.MapBreakTheGlass();
        beneficiaries.MapListAccessLog();
        beneficiaries.MapListAttestations();
        beneficiaries.MapAddAttestation();
        beneficiaries.MapEndAttestation();
        beneficiaries.MapPersonFile();

        var emergencies = api.MapGroup("/emergency-accesses").WithTags("Beneficiaries");
        emergencies.MapListEmergencyAccesses();
        emergencies.MapAcknowledgeEmergencyAccess();

        var cases = api.MapGroup("/cases").WithTags("Cases");
        cases.MapOpenCase();
        cases.MapListCases();
        cases.MapListPossibleMembers();
        cases.MapGetCase();
        cases.MapCopyCase();
        cases.MapCloseCase();
        cases.MapChangeRestriction();
        cases.MapAddMember();
        cases.MapChangeMember();
        cases.MapAddOutsideMember();
        cases.MapChangeOutsideMember();
        cases.MapAddDiaryEntry();
        cases.MapListDiaryEntries();
        cases.MapGetDiaryEntry();
        cases.MapChangeDiaryEntry();
        cases.MapSignDiaryEntry();
        cases.MapDiscardDiaryEntry();
        cases.MapCheckDiaryText();
        cases.MapPlanAppointment();
        cases.MapRecordOutcome();
        cases.MapListAppointments();
        cases.MapCheckAppointmentMessage();
        api.MapListMyAppointments();
        cases.MapPlans();
        api.MapAssessments(cases);
        cases.MapGetWorkProfile();
        cases.MapSaveWorkProfile();
        api.MapRankCandidates();

        var templates = api.MapGroup("/diary-templates").WithTags("Cases");
        templates.MapListDiaryTemplates();
        templates.MapSaveDiaryTemplate();

        var activities = api.MapGroup("/group-activities").WithTags("Cases");
        activities.MapRecordGroupActivity();
        activities.MapListGroupActivities();
        activities.MapPlanGroupActivity();
        activities.MapListPlannedActivities();
        activities.MapChangePlannedActivity();
        activities.MapCancelPlannedActivity();

        api.MapUnemploymentTerms();
        api.MapIntake();

        var programmes = api.MapGroup("/programmes").WithTags("Programmes");
        programmes.MapCreateProgramme();
        programmes.MapListProgrammes();
        programmes.MapGetProgramme();
        programmes.MapChangeProgramme();
        programmes.MapSelection();
        programmes.MapGrants(beneficiaries);
        programmes.MapParticipation(beneficiaries);
        api.MapOutcomes(cases);
        api.MapCaseload(cases);
        api.MapFormDrafts();
        api.MapPersonRights(beneficiaries);
        api.MapPeopleMerges(beneficiaries);
        api.MapJobSearch();
    }

    private static void MapPersonFile(this IEndpointRouteBuilder beneficiaries)
    {
        beneficiaries.MapSaveHousehold();
        beneficiaries.MapSaveLabourServices();
        beneficiaries.MapSaveBenefits();
        beneficiaries.MapSaveBankAccount();
        beneficiaries.MapGetCurriculum();
        beneficiaries.MapSaveCurriculum();
        beneficiaries.MapWriteWorkExperience();
        beneficiaries.MapRemoveWorkExperience();
        beneficiaries.MapListPersonDocuments();
        beneficiaries.MapAddPersonDocument();
        beneficiaries.MapDownloadPersonDocument();
        beneficiaries.MapRemovePersonDocument();
    }

    private static void MapIntake(this IEndpointRouteBuilder api)
    {
        var referrals = api.MapGroup("/referrals").WithTags("Referrals");
        referrals.MapReceiveReferral();
        referrals.MapListReferrals();
        referrals.MapCountReferrals();
        referrals.MapGetReferral();
        referrals.MapGetReferralAnswer();
        referrals.MapChangeReferral();
        referrals.MapWithdrawReferral();
        referrals.MapAddReferralAttachment();
        referrals.MapDownloadReferralAttachment();
        referrals.MapRemoveReferralAttachment();

        var readings = api.MapGroup("/case-readings").WithTags("Case readings");
        readings.MapPlanReading();
        readings.MapListReadings();
        readings.MapGetReading();
        readings.MapArrangeAgenda();
        readings.MapDecideReferral();
        readings.MapTakeBackDecision();
        readings.MapCloseReading();

        var waiting = api.MapGroup("/waiting-list").WithTags("Waiting list");
        waiting.MapGetWaitingList();
        waiting.MapTakeFromWaitingList();
        waiting.MapDeclareCriteria();
        waiting.MapListCriteria();
    }

    private static readonly (string Field, string It, string En)[] Labels =
    [
        ("surname", "Cognome", "Surname"),
        ("name", "Nome", "Name"),
        ("preferredName", "Nome d'uso", "Preferred name"),
        ("sex", "Sesso", "Sex"),
        ("gender", "Genere", "Gender"),
        ("birthDate", "Data di nascita", "Date of birth"),
        ("birthplace", "Luogo di nascita", "Birthplace"),
        ("citizenship", "Cittadinanza", "Citizenship"),
        ("taxCode", "Codice fiscale", "Tax code"),
        ("healthCode", "Codice STP o ENI", "STP or ENI code"),
        ("phone", "Telefono", "Phone"),
        ("safeContact", "Come contattare in sicurezza", "Safe contact"),
        ("street", "Via", "Street"),
        ("number", "Numero", "Number"),
        ("postalCode", "CAP", "Postal code"),
        ("municipality", "Comune", "Municipality"),
        ("education", "Titolo di studio", "Education"),
        ("unemployedSince", "Senza lavoro dal", "Unemployed since"),
        ("minorChildren", "Figli minori", "Minor children"),
        ("mobility", "Come si sposta", "How they move"),
        ("skills", "Competenze", "Skills"),
        ("means", "Come si sposta", "How they move"),
        ("reachKm", "Chilometri al massimo", "Kilometres at most"),
        ("reachMinutes", "Minuti al massimo", "Minutes at most"),
        ("weeklyHours", "Ore alla settimana", "Hours a week"),
        ("unavailable", "Momenti non disponibili", "Times not available"),
        ("context", "Contesto", "Context"),
        ("effort", "Sforzo fisico", "Physical effort"),
        ("wishedSectors", "Settori desiderati", "Wished sectors"),
        ("text", "Testo", "Text"),
        ("state", "Stato", "State"),
        ("group", "Gruppo di dati", "Group of data"),
        ("purpose", "Motivo", "Purpose"),
        ("reason", "Motivo", "Reason"),
        ("beneficiaryId", "Persona", "Person"),
        ("referringBodyId", "Ente inviante", "Referring body"),
        ("openedOn", "Data di presa in carico", "Day of taking charge"),
        ("programme", "Programma", "Programme"),
        ("closedOn", "Data di chiusura", "Closing date"),
        ("outcome", "Esito", "Outcome"),
        ("note", "Nota", "Note"),
        ("content", "Contenuto", "Content"),
        ("userId", "Collega", "Colleague"),
        ("role", "Ruolo", "Role"),
        ("scheme", "Programma", "Scheme"),
        ("months", "Mesi", "Months"),
        ("youngUnder", "Età dei giovani", "Age of the young"),
        ("youngMonths", "Mesi per i giovani", "Months for the young"),
        ("source", "Atto", "Act"),
        ("bodyName", "Nome dell'ente", "Name of the body"),
        ("factId", "Che cosa realizza l'azione", "What fulfils the action"),
        ("fromOn", "Dal", "From"),
        ("toOn", "Al", "To"),
        ("kind", "Tipo", "Kind"),
        ("on", "Data", "Date"),
        ("at", "Ora", "Time"),
        ("title", "Titolo", "Title"),
        ("participants", "Persone", "People"),
        ("minutes", "Durata in minuti", "Minutes"),
        ("place", "Luogo", "Place"),
        ("readerIds", "Chi può leggere", "Who may read"),
        ("category", "Categoria", "Category"),
        ("bodyId", "Ente che attesta", "Attesting body"),
        ("validFrom", "Valida dal", "Valid from"),
        ("validTo", "Valida fino al", "Valid until"),
        ("validUntil", "Scadenza", "Valid until"),
    ];
}
