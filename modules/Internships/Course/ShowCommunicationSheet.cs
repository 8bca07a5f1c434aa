using System.Globalization;
using InclusionPlatform.Beneficiaries.Contracts;
using InclusionPlatform.CompanyNetwork.Contracts;
using InclusionPlatform.Internships.Course.Rules;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Rules;
using InclusionPlatform.Shared.Mail;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace InclusionPlatform.Internships.Course;

/// <summary>Who promotes, as the mandatory communication asks it. Configuration of the installation.</summary>
internal sealed class PromoterOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Internships:Promoter";

    /// <summary>The promoter's own tax code; never the host's.</summary>
    public string? TaxCode { get; set; }

    /// <summary>Its name; the service's when not given.</summary>
    public string? Name { get; set; }

    /// <summary>Its type, as the communication's list calls it.</summary>
    public string? Type { get; set; }
}

/// <summary>
/// What the mandatory communication (UNILAV) asks, ready to be copied. Tax code and address of the person are masked until they are opened; a query, so that the answer is kept for no replay.
/// </summary>
internal sealed record ShowCommunicationSheet(Guid Id, bool Opens) : IQuery<CommunicationSheet>;

/// <summary>The sheet.</summary>
/// <param name="DueOn">The last day on which it may be sent, by the type of host.</param>
/// <param name="DueToVerify">The deadline is not confirmed yet.</param>
/// <param name="SentOn">When it was sent.</param>
/// <param name="Protocol">Its protocol number.</param>
/// <param name="Missing">How many fields have no value here.</param>
/// <param name="Masked">How many are masked until they are opened.</param>
/// <param name="Groups">The fields, in the order in which they are asked.</param>
internal sealed record CommunicationSheet(DateOnly DueOn, bool DueToVerify, DateOnly? SentOn, string? Protocol, int Missing, int Masked, IReadOnlyList<SheetGroup> Groups);

/// <summary>Fields that belong together.</summary>
internal sealed record SheetGroup(string Name, IReadOnlyList<SheetField> Fields);

/// <summary>A field.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">As the form calls it.</param>
/// <param name="Value">Ready to be copied; null when it is not known here.</param>
/// <param name="Where">Where to read or write what is missing.</param>
/// <param name="IsMasked">It is known, and shown when it is opened.</param>
/// <param name="ToVerify">The wording is to be verified on the form.</param>
internal sealed record SheetField(string Code, string Name, string? Value, string? Where, bool IsMasked = false, bool ToVerify = false);

internal static class ShowCommunicationSheetEndpoint
{
    public static void MapShowCommunicationSheet(this IEndpointRouteBuilder internships)
    {
        internships.MapGet("/{id:guid}/communication-sheet", Handle)
            .WithName("showCommunicationSheet").WithSummary("What the mandatory communication asks, ready to be copied").RequireRight(InternshipsModule.Write);
        internships.MapPost("/{id:guid}/communication-sheet/disclosures", Open)
            .WithName("openCommunicationSheet").WithSummary("The same with tax code and address of the person in clear; it is logged").RequireRight(InternshipsModule.Write);
    }

    private static async Task<Ok<CommunicationSheet>> Handle(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowCommunicationSheet(id, false), ct));

    private static async Task<Ok<CommunicationSheet>> Open(Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowCommunicationSheet(id, true), ct));
}

internal sealed class ShowCommunicationSheetHandler(IDbSession db, VisibleInternships internships, IMediator mediator, PromoterOptions promoter, IOptions<ServiceOptions> service, IAuditTrail audit)
    : IRequestHandler<ShowCommunicationSheet, CommunicationSheet>
{
    private const string SelectInail = "select inail_position from internships_convention where id = @Id";

    public async Task<CommunicationSheet> Handle(ShowCommunicationSheet request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        audit.Reads("internship", row.Id, "communication-sheet");
        audit.Reads("beneficiary", row.BeneficiaryId, "communication-sheet");
        var host = await mediator.Send(new FindHost(row.CompanyId), cancellationToken);
        var worker = await mediator.Send(new FindWorker(row.CaseId, request.Opens), cancellationToken);
        var inail = row.InailPosition ?? (row.ConventionId is { } convention ? await db.ScalarAsync<string>(SelectInail, new { Id = convention }, cancellationToken) : null);
        var own = promoter;
        Words company = new("scheda dell'azienda", "company's record"), person = new("scheda della persona", "person's record"), settings = new("impostazioni dell'installazione", "settings of the installation"),
            papers = new("firme e documenti", "signatures and documents");
        SheetGroup[] groups =
        [
            Group(new("Soggetto promotore", "Promoter"),
                Field("promoterTaxCode", new("Codice fiscale del promotore", "Promoter's tax code"), own.TaxCode, settings),
                Field("promoterName", new("Denominazione", "Name"), own.Name ?? service.Value.ServiceName, settings),
                Field("promoterType", new("Tipologia del promotore", "Type of promoter"), own.Type, settings)),
            Group(new("Soggetto ospitante", "Host"),
                Field("hostTaxCode", new("Codice fiscale", "Tax code"), host.TaxCode, company),
                Field("hostName", new("Denominazione", "Name"), host.Name, company),
                Field("hostSeat", new("Sede di lavoro", "Workplace"), string.Join(", ", new[] { row.Workplace, host.MunicipalityName }.Where(part => !string.IsNullOrEmpty(part))), company),
                Field("hostMunicipality", new("Comune della sede (codice ISTAT)", "Municipality of the seat (ISTAT code)"), host.MunicipalityIstat, company),
                Field("inailPosition", new("Posizione INAIL (PAT)", "INAIL position"), inail, papers)),
            Group(new("Lavoratore", "Worker"),
                Field("workerName", new("Cognome e nome", "Surname and name"), forCase.DisplayName, person),
                Field("workerBirthDate", new("Data di nascita", "Date of birth"), Day(forCase.BirthDate), person),
                Masked("workerTaxCode", new("Codice fiscale", "Tax code"), worker.TaxCode, worker.HasTaxCode && !request.Opens, person),
                Field("workerSex", new("Sesso", "Sex"), worker.Woman is { } woman ? (woman ? "F" : "M") : null, person),
                Field("workerBirthplace", new("Comune o Stato di nascita (codice catastale)", "Municipality or country of birth (Belfiore code)"), worker.Birthplace, person),
                Field("workerCitizenship", new("Cittadinanza", "Citizenship"), worker.Citizenship, person),
                Field("workerEducation", new("Livello di istruzione", "Level of education"), worker.Education?.ToString(), person),
                Masked("workerAddress", new("Domicilio o residenza", "Address"), worker.Address, worker.HasAddress && !request.Opens, person),
                Masked("workerMunicipality", new("Comune del domicilio (codice ISTAT)", "Municipality of the address (ISTAT code)"), worker.MunicipalityIstat, worker.HasAddress && !request.Opens, person)),
            Group(new("Rapporto", "Relation"),
                Field("contract", new("Tipologia contrattuale", "Contract"), "C.01.00", papers),
                Field("internshipType", new("Tipologia di tirocinio", "Type of internship"), (row.Kind is InternshipKind.SocialInclusion
                    ? new Words("Tirocinio di inclusione sociale", "Social inclusion internship") : new Words("Tirocinio extracurriculare", "Extracurricular internship")).ToString(), papers),
                Field("internCategory", new("Categoria del tirocinante", "Category of the intern"), InternCategory.Of(row.Kind, forCase.HasDisability, forCase.IsDisadvantaged).ToString(), person) with { ToVerify = true },
                Field("startsOn", new("Data di inizio", "First day"), Day(row.StartsOn), papers),
                Field("endsOn", new("Data di fine", "Last day"), Day(row.EndsOn), papers),
                Field("weeklyHours", new("Ore settimanali", "Hours a week"), row.WeeklyHours.ToString(CultureInfo.InvariantCulture), papers),
                Field("qualification", new("Qualifica: attività", "Qualification: duties"), row.Duties, papers),
                Field("pay", new("Indennità mensile lorda, euro", "Gross monthly allowance, euro"), (row.AllowanceCents / 100m).ToString("0.00", CultureInfo.GetCultureInfo("it-IT")), papers)),
        ];
        return new(
            CommunicationIsSent.Deadline(row.HostType, row.StartsOn), row.HostType is not HostType.PrivateEmployer, row.CommunicationSentOn, row.CommunicationProtocol,
            groups.Sum(group => group.Fields.Count(field => field.Value is null && !field.IsMasked)), groups.Sum(group => group.Fields.Count(field => field.IsMasked)), groups);
    }

    private static SheetGroup Group(Words name, params IReadOnlyList<SheetField> fields) => new(name.ToString(), fields);

    private static SheetField Field(string code, Words name, string? value, Words where) =>
        string.IsNullOrWhiteSpace(value) ? new(code, name.ToString(), null, where.ToString()) : new(code, name.ToString(), value.Trim(), null);

    private static SheetField Masked(string code, Words name, string? value, bool isMasked, Words where) =>
        isMasked ? new(code, name.ToString(), null, null, IsMasked: true) : Field(code, name, value, where);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
