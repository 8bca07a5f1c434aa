using InclusionPlatform.Internships.Allowances;
using InclusionPlatform.Internships.Allowances.Transfers;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Closing;
using InclusionPlatform.Internships.Closing.Skills;
using InclusionPlatform.Internships.Conventions;
using InclusionPlatform.Internships.Course;
using InclusionPlatform.Internships.Drafts;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Links;
using InclusionPlatform.Internships.Lists;
using InclusionPlatform.Internships.Monitoring;
using InclusionPlatform.Internships.Papers;
using InclusionPlatform.Internships.RuleSets;
using InclusionPlatform.Internships.Signing;
using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Internships.Tutors;
using InclusionPlatform.Internships.Work;
using InclusionPlatform.Shared;
using InclusionPlatform.Shared.Calendar;
using InclusionPlatform.Shared.Jobs;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.SavedViews;

namespace InclusionPlatform.Internships;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class InternshipsModule
{
    /// <summary>Right to read the internships of the cases one may see, conventions and rule sets.</summary>
    public const string Read = "internships:read";

    /// <summary>Right to propose, start, end and cancel internships and to record conventions.</summary>
    public const string Write = "internships:write";

    /// <summary>Right of the office that pays.</summary>
    public const string Pay = "allowances:pay";

    /// <summary>Right to read the schemes of allowances.</summary>
    public const string ReadSchemes = "allowance-schemes:read";

    /// <summary>Right to keep the schemes of allowances.</summary>
    public const string WriteSchemes = "allowance-schemes:write";
    /// <summary>Right to see the figures by which rules decide.</summary>
    public const string ReadRules = "internship-rules:read";

    /// <summary>Right to write new versions of the figures.</summary>
    public const string WriteRules = "internship-rules:write";

    /// <summary>Right to set aside a rule that blocks, with a reason.</summary>
    public const string Override = "internships:override";

    /// <summary>Right to keep the templates of the papers.</summary>
    public const string WriteTemplates = "paper-templates:write";

    /// <summary>Right to keep the service's own terms of the catalogue of skills.</summary>
    public const string WriteSkills = "internship-skills:write";

    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddInternships(this IServiceCollection services)
    {
        FieldLabels.Add(
            ("caseId", "Persona", "Person"),
            ("companyId", "Azienda", "Company"),
            ("kind", "Tipo di tirocinio", "Kind of internship"),
            ("state", "Stato", "State"),
            ("stage", "Passo", "Stage"),
            ("due", "Cosa manca", "What is due"),
            ("sort", "Ordine", "Order"),
            ("of", "Comunicazione", "Communication"),
            ("modulation", "Finalità", "Purpose"),
            ("startsOn", "Primo giorno", "First day"),
            ("endsOn", "Ultimo giorno", "Last day"),
            ("weeklyHours", "Ore a settimana", "Hours a week"),
            ("duties", "Attività", "Duties"),
            ("objectives", "Obiettivi", "Objectives"),
            ("hours", "Ore di ogni giorno", "Hours of each day"),
            ("minutes", "Minuti", "Minutes"),
            ("absence", "Assenza", "Absence"),
            ("seasonal", "Attività stagionale", "Seasonal work"),
            ("mealsProvided", "Pasto dell'azienda", "Meals by the company"),
            ("what", "Che cosa si ricorda", "What is reminded"),
            ("plan", "Progetto", "Project"),
            ("internshipId", "Tirocinio", "Internship"),
            ("ids", "Tirocini scelti", "Chosen internships"),
            ("safetyRisk", "Rischio del settore", "Risk of the sector"),
            ("safetyGeneralHours", "Ore di formazione generale", "Hours of general training"),
            ("safetySpecificHours", "Ore di formazione specifica", "Hours of specific training"),
            ("safetyOn", "Giorno della formazione", "Day of the training"),
            ("safetyBy", "Chi tiene la formazione", "Who holds the training"),
            ("hostTutor", "Tutor aziendale", "Host's tutor"),
            ("caseManager", "Chi segue il caso", "Who follows the case"),
            ("hostWork", "Lavoro con l'azienda", "Work with the company"),
            ("hostWorkEndedOn", "Fine del rapporto di lavoro", "End of the work"),
            ("workRelationMonths", "Mesi senza rapporti di lavoro con l'ospitante", "Months without work with the host"),
            ("promoterTutorId", "Tutor del servizio", "Service's tutor"),
            ("region", "Regione", "Region"),
            ("programme", "Programma", "Programme"),
            ("allowanceCents", "Indennità mensile", "Monthly allowance"),
            ("conventionId", "Convenzione", "Convention"),
            ("signedByPersonOn", "Firma della persona", "Signature of the person"),
            ("signedByHostOn", "Firma dell'azienda", "Signature of the host"),
            ("signedByPromoterOn", "Firma del servizio", "Signature of the service"),
            ("communicationProtocol", "Protocollo della comunicazione", "Protocol of the communication"),
            ("communicationSentOn", "Data della comunicazione", "Day of the communication"),
            ("inailPosition", "Posizione INAIL", "INAIL position"),
            ("liabilityPolicy", "Polizza di responsabilità civile", "Liability policy"),
            ("hostDeclaredOn", "Dichiarazione dell'azienda", "Company's declaration"),
            ("attestedBy", "Ente che attesta", "Attesting body"),
            ("attestedOn", "Data dell'attestazione", "Day of the attestation"),
            ("endedOn", "Ultimo giorno svolto", "Last day done"),
            ("outcome", "Esito", "Outcome"),
            ("reason", "Motivo", "Reason"),
            ("contract", "Contratto", "Contract"),
            ("hiredOn", "Data di assunzione", "Day of hiring"),
            ("number", "Numero", "Number"),
            ("signedOn", "Data di firma", "Day of signature"),
            ("validFrom", "Valida dal", "Valid from"),
            ("validTo", "Valida fino al", "Valid to"),
            ("days", "Giorni", "Days"),
            ("heldOn", "Giorno", "Day"),
            ("monday", "Lunedì", "Monday"),
            ("tuesday", "Martedì", "Tuesday"),
            ("wednesday", "Mercoledì", "Wednesday"),
            ("thursday", "Giovedì", "Thursday"),
            ("friday", "Venerdì", "Friday"),
            ("saturday", "Sabato", "Saturday"),
            ("sunday", "Domenica", "Sunday"),
            ("patronDay", "Santo patrono", "Patron saint"));
        FieldLabels.Add(
            ("act", "Atto", "Act"),
            ("rule", "Regola", "Rule"),
            ("figures", "Valori", "Figures"),
            ("maxMonths", "Durata massima in mesi", "Maximum duration in months"),
            ("maxMonthsDisadvantaged", "Durata massima per persone svantaggiate", "Maximum duration for disadvantaged persons"),
            ("maxMonthsDisability", "Durata massima per persone con disabilità", "Maximum duration for persons with disabilities"),
            ("maxMonthsAttested", "Durata massima con attestazione", "Maximum duration with an attestation"),
            ("minMonths", "Durata minima in mesi", "Minimum duration in months"),
            ("minMonthsSeasonal", "Durata minima stagionale", "Minimum duration of seasonal work"),
            ("maxWeeklyHours", "Ore a settimana al massimo", "Most hours a week"),
            ("quotaSmall", "Tirocinanti fino a 5 dipendenti", "Interns up to 5 employees"),
            ("quotaMedium", "Tirocinanti da 6 a 20 dipendenti", "Interns from 6 to 20 employees"),
            ("quotaPercent", "Percentuale oltre 20 dipendenti", "Percentage above 20 employees"),
            ("hostTutorMax", "Tirocinanti per tutor aziendale", "Interns of the host's tutor"),
            ("promoterTutorMax", "Tirocinanti per tutor del servizio", "Interns of the service's tutor"),
            ("maxAllowanceCents", "Indennità massima", "Highest allowance"),
            ("usualAllowanceCents", "Indennità di solito", "Usual allowance"),
            ("fullPresencePercent", "Presenza per l'indennità intera", "Presence for the full allowance"),
            ("suspensionIllnessDays", "Giorni di malattia che sospendono", "Days of illness that suspend"),
            ("suspensionClosureDays", "Giorni di chiusura che sospendono", "Days of closure that suspend"),
            ("allowances", "Soglie dell'indennità", "Steps of the allowance"),
            ("toVerify", "Da verificare", "To be verified"),
            ("insurer", "Assicurazione", "Insurer"),
            ("liabilityUntil", "Scadenza della polizza", "End of the policy"),
            ("sentOn", "Data di invio", "Day of sending"),
            ("fromOn", "Dal", "From"),
            ("toOn", "Al", "To"),
            ("effectiveOn", "In vigore dal", "Effective from"),
            ("workplace", "Luogo", "Place"),
            ("signer", "Chi firma", "Who signs"),
            ("signers", "Chi ha firmato", "Who signed"),
            ("how", "Come", "How"),
            ("sheet", "Scheda", "Sheet"),
            ("relations", "Relazioni", "Relations"),
            ("relationsNote", "Note sulle relazioni", "Note on relations"),
            ("safety", "Sicurezza", "Safety"),
            ("safetyNote", "Note sulla sicurezza", "Note on safety"),
            ("difficulties", "Difficoltà", "Difficulties"),
            ("nextSteps", "Prossimi passi", "Next steps"),
            ("author", "Chi valuta", "Who evaluates"),
            ("nameIt", "Competenza", "Skill"),
            ("nameEn", "In inglese", "In English"),
            ("area", "Ambito", "Area"),
            ("overall", "Giudizio complessivo", "Overall"),
            ("strengths", "Punti di forza", "Strengths"),
            ("toImprove", "Da migliorare", "To improve"),
            ("answer", "Risposta", "Answer"));
        services.AddRights(
            new Right(Read, new("Vedere i tirocini delle persone seguite", "See the internships of the people one follows"), false, Role.Educator, Role.Coordinator),
            new Right(Write, new("Proporre, avviare e concludere i tirocini", "Propose, start and end internships"), false, Role.Educator, Role.Coordinator));
        services.AddRights(
            new Right(ReadRules, new("Vedere le regole dei tirocini", "See the rules of internships"), false, Role.Educator, Role.Coordinator, Role.Administrator),
            new Right(WriteRules, new("Scrivere le regole dei tirocini", "Write the rules of internships"), false, Role.Administrator),
            new Right(Override, new("Superare con un motivo una regola che blocca un tirocinio", "Set aside with a reason a rule that blocks an internship"), false, Role.Coordinator));
        services.AddRights(new Right(WriteTemplates, new("Caricare i modelli dei documenti dei tirocini", "Upload the templates of the papers of internships"), false, Role.Administrator));
        services.AddRights(new Right(WriteSkills, new("Tenere le competenze con cui si valutano i tirocini", "Keep the skills by which internships are evaluated"), false, Role.Administrator));
        services.AddSavedList("internships", Read);
        services.AddAllowances();
        services.AddScoped<RuleSetTable>();
        services.AddScoped<FactsReader>();
        services.AddScoped<VisibleInternships>();
        services.AddScoped<Guards>();
        services.AddScoped<InternshipQuery>();
        services.AddScoped<ConventionBook>();
        services.AddScoped<ConventionChains>();
        services.AddScoped<IDueWorkSource, DueConventions>();
        services.AddJob(new JobSchedule("internships.forget-accounts", "0 40 3 * * ?", () => new ForgetAccounts()));
        services.AddJob(new JobSchedule("internships.forget-drafts", "0 50 3 * * ?", () => new ForgetDrafts()));
        services.AddJob(new JobSchedule("internships.remind-conventions", "0 30 6 * * ?", () => new RemindConventions()));
        services.AddSettings<PromoterOptions>(PromoterOptions.Section);
        services.AddScoped<PaperReader>();
        services.AddScoped<PaperFinder>();
        services.AddScoped<PaperMaker>();
        services.AddScoped<PaperSignatures>();
        services.AddScoped<TemplateShelf>();
        services.AddScoped<SuspensionBook>();
        services.AddScoped<MovedEnds>();
        services.AddScoped<SignatureBook>();
        services.AddScoped<InternshipHistory>();
        services.AddScoped<LinkMail>();
        services.AddScoped<TutorLinks>();
        services.AddScoped<RegisterLinks>();
        services.AddJob(new JobSchedule("internships.remind-tutors", "0 15 7 * * ?", () => new RemindTutors()));
        services.AddSettings<MonitoringOptions>(MonitoringOptions.Section);
        services.AddScoped<MonitoringDesk>();
        services.AddScoped<EvaluationBook>();
        services.AddScoped<SkillTable>();
        services.AddScoped<ClosingReader>();
        services.AddScoped<HiringBook>();
        services.AddScoped<IDueWorkSource, DueHirings>();
        services.AddScoped<IDueWorkSource, DueEvaluations>();
        services.AddJob(new JobSchedule("internships.remind-evaluations", "0 20 7 * * ?", () => new RemindEvaluations()));
        services.AddJob(new JobSchedule("internships.ask-hirings", "0 25 7 * * ?", () => new AskHirings()));
        services.AddScoped<VisitList>();
        services.AddScoped<ICalendarSource, VisitCalendar>();
        services.AddScoped<IDueWorkSource, DueMonitoring>();
        services.AddScoped<CourseReader>();
        services.AddScoped<NextStepReader>();
        services.AddScoped<AmendmentBook>();
        services.AddJob(new JobSchedule("internships.apply-amendments", "0 3 0 * * ?", () => new ApplyAmendments()));
        services.AddJob(new JobSchedule("internships.record-moved-ends", "0 20 6 * * ?", () => new RecordMovedEnds()));
        services.AddJob(new JobSchedule("internships.remind-communications", "0 35 6 * * ?", () => new RemindCommunications()));
        services.AddScoped<RuleSetBook>();
        services.AddScoped<RuleOverrides>();
        services.AddScoped<ExtensionFacts>();
        services.AddScoped<RegisterReader>();
        services.AddScoped<RegisterBook>();
        services.AddScoped<LastRegister>();
        services.AddScoped<MonthDesk>();
        services.AddScoped<IDueWorkSource, DueInternships>();
        services.AddScoped<IDueWorkSource, DueEarlierRegisters>();
        services.AddScoped<ISearchSource, FoundInternships>();
        return services.AddSlicesOf(typeof(InternshipsModule).Assembly);
    }

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapInternships(this IEndpointRouteBuilder api)
    {
        var internships = api.MapGroup("/internships").WithTags("Internships");
        api.MapGroup("/internship-drafts").WithTags("Internships").MapDrafts();
        api.MapGroup("/paper-templates").WithTags("Internships").MapPaperTemplates();
        api.MapGroup("/internship-skills").WithTags("Internships").MapKeepSkills();
        var papers = api.MapGroup("/internship-papers").WithTags("Internships");
        papers.MapMakePaper();
        papers.MapListPapers();
        papers.MapDownloadPaper();
        papers.MapKeepSignedPaper();
        internships.MapProposeInternship();
        internships.MapListInternships();
        internships.MapShowBoard();
        internships.MapActOnMany();
        internships.MapExportInternships();
        internships.MapGetInternship();
        internships.MapChangeProposal();
        internships.MapRecordDocuments();
        internships.MapCheckRules();
        internships.MapSetRuleAside();
        internships.MapSendToSign();
        internships.MapRecordSignature();
        internships.MapRequestSignature();
        internships.MapActivateInternship();
        internships.MapSuspensions();
        internships.MapExtendInternship();
        internships.MapCheckExtension();
        internships.MapRecordChangeCommunications();
        internships.MapAmendInternship();
        internships.MapWithdrawAmendment();
        internships.MapWithdrawExtension();
        internships.MapShowCommunicationSheet();
        internships.MapEndInternship();
        internships.MapCancelInternship();
        internships.MapListRegisters();
        internships.MapGetRegister();
        internships.MapSaveRegister();
        internships.MapSignRegister();
        internships.MapReopenRegister();
        internships.MapUploadRegisterScan();
        internships.MapDownloadRegisterScan();
        internships.MapChangeUsualWeek();
        internships.MapRequestRegister();
        internships.MapRequestInternSignature();
        internships.MapGetMonitoring();
        internships.MapRecordVisit();
        internships.MapLogExchange();
        internships.MapEvaluate();
        internships.MapRecordHiring();
        internships.MapGetDossier();

        var conventions = api.MapGroup("/conventions").WithTags("Internships");
        conventions.MapCreateConvention();
        conventions.MapListConventions();
        conventions.MapGetConvention();
        conventions.MapChangeConvention();
        conventions.MapMoveConvention();
        conventions.MapRenewConvention();

        api.MapListRuleSets();
        api.MapAllowances();
        api.MapSignByLink();
        api.MapWriteRegisterByLink();
        api.MapSignRegisterAsIntern();
        api.MapListMonthRegisters();
        api.MapListDueVisits();
        api.MapEvaluateByLink();
        var ruleSets = api.MapGroup("/internship-rule-sets").WithTags("Internships");
        ruleSets.MapAddRuleSet();
        ruleSets.MapChangeRuleSet();
        ruleSets.MapPreviewRuleSet();
    }
}
