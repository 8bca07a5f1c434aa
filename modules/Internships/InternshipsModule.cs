using InclusionPlatform.Internships.Allowances;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Conventions;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.RuleSets;
using InclusionPlatform.Internships.Work;
using InclusionPlatform.Shared;
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

    /// <summary>Registers the handlers, validators, rights and migrations.</summary>
    public static IServiceCollection AddInternships(this IServiceCollection services)
    {
        FieldLabels.Add(
            ("caseId", "Persona", "Person"),
            ("companyId", "Azienda", "Company"),
            ("kind", "Tipo di tirocinio", "Kind of internship"),
            ("modulation", "Finalità", "Purpose"),
            ("startsOn", "Primo giorno", "First day"),
            ("endsOn", "Ultimo giorno", "Last day"),
            ("weeklyHours", "Ore a settimana", "Hours a week"),
            ("duties", "Attività", "Duties"),
            ("objectives", "Obiettivi", "Objectives"),
            ("hostTutor", "Tutor aziendale", "Host's tutor"),
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
            ("attestedBy", "Servizio che attesta", "Attesting service"),
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
            ("monday", "Lunedì", "Monday"),
            ("tuesday", "Martedì", "Tuesday"),
            ("wednesday", "Mercoledì", "Wednesday"),
            ("thursday", "Giovedì", "Thursday"),
            ("friday", "Venerdì", "Friday"),
            ("saturday", "Sabato", "Saturday"),
            ("sunday", "Domenica", "Sunday"),
            ("patronDay", "Santo patrono", "Patron saint"));
        services.AddRights(
            new Right(Read, new("Vedere i tirocini delle persone seguite", "See the internships of the people one follows"), false, Role.Educator, Role.Coordinator),
            new Right(Write, new("Proporre, avviare e concludere i tirocini", "Propose, start and end internships"), false, Role.Educator, Role.Coordinator));
        services.AddSavedList("internships", Read);
        services.AddAllowances();
        services.AddScoped<RuleSetTable>();
        services.AddScoped<FactsReader>();
        services.AddScoped<VisibleInternships>();
        services.AddScoped<Guards>();
        services.AddScoped<InternshipQuery>();
        services.AddScoped<NameSearch>();
        services.AddScoped<RegisterReader>();
        services.AddScoped<RegisterBook>();
        services.AddScoped<IDueWorkSource, DueInternships>();
        services.AddScoped<ISearchSource, FoundInternships>();
        return services.AddSlicesOf(typeof(InternshipsModule).Assembly);
    }

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapInternships(this IEndpointRouteBuilder api)
    {
        var internships = api.MapGroup("/internships").WithTags("Internships");
        internships.MapProposeInternship();
        internships.MapListInternships();
        internships.MapGetInternship();
        internships.MapChangeProposal();
        internships.MapRecordDocuments();
        internships.MapCheckRules();
        internships.MapActivateInternship();
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

        var conventions = api.MapGroup("/conventions").WithTags("Internships");
        conventions.MapCreateConvention();
        conventions.MapListConventions();

        api.MapListRuleSets();
        api.MapAllowances();
    }
}
