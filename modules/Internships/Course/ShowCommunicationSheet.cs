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
internal sealed record ShowCommunicationSheet(Guid Id, CommunicationOf Of, Guid? ExtensionId, bool Opens) : IQuery<CommunicationSheet>;

/// <summary>What is communicated.</summary>
internal enum CommunicationOf
{
    Start,
    Extension,

    /// <summary>An end before the day that was known.</summary>
    Cessation,
}

/// <summary>The sheet.</summary>
/// <param name="Of">What is communicated.</param>
/// <param name="DueOn">The last day on which it may be sent, by the type of host.</param>
/// <param name="DueToVerify">The deadline is not confirmed yet.</param>
/// <param name="SentOn">When it was sent.</param>
/// <param name="Protocol">Its protocol number.</param>
/// <param name="Missing">How many fields have no value here.</param>
/// <param name="Masked">How many are masked until they are opened.</param>
/// <param name="Groups">The fields, in the order in which they are asked.</param>
internal sealed record CommunicationSheet(CommunicationOf Of, DateOnly DueOn, bool DueToVerify, DateOnly? SentOn, string? Protocol, int Missing, int Masked, IReadOnlyList<SheetGroup> Groups);

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

    // Where it is not said what is communicated it is the start, and of extensions the last.
    private static async Task<Ok<CommunicationSheet>> Handle(Guid id, [CodeOf(typeof(CommunicationOf))] string? of, Guid? extensionId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ShowCommunicationSheet(id, Read(of), extensionId, false), ct));

    private static async Task<Ok<CommunicationSheet>> Open(Guid id, [CodeOf(typeof(CommunicationOf))] string? of, Guid? extensionId, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ShowCommunicationSheet(id, Read(of), extensionId, true), ct));

    private static CommunicationOf Read(string? of) => QueryCode.Read<CommunicationOf>(of, "of", Moments) ?? default;

    private static readonly Words Moments = new("inizio, proroga, cessazione", "start, extension, cessation");
}

internal sealed class ShowCommunicationSheetHandler(IDbSession db, VisibleInternships internships, IMediator mediator, PromoterOptions promoter, IOptions<ServiceOptions> service, IAuditTrail audit)
    : IRequestHandler<ShowCommunicationSheet, CommunicationSheet>
{
    private const string SelectExtension = """
        select id as Id, ends_before as EndsBefore, ends_on as EndsOn, communication_protocol as Protocol, communication_sent_on as SentOn
        from   internships_extension
        where  internship_id = @Id
        order by at desc, id desc
        """;

    private const string SelectInail = "select inail_position from internships_convention where id = @Id";

    public async Task<CommunicationSheet> Handle(ShowCommunicationSheet request, CancellationToken cancellationToken)
    {
        var (row, forCase) = await internships.FindAsync(request.Id, cancellationToken);
        var extensions = await db.QueryAsync<ExtensionRow>(SelectExtension, new { row.Id }, cancellationToken);
        var change = ChangeOf(request, row, extensions);
        audit.Reads("internship", row.Id, "communication-sheet");
        audit.Reads("beneficiary", row.BeneficiaryId, "communication-sheet");
        var host = await mediator.Send(new FindHost(row.CompanyId), cancellationToken);
        var worker = await mediator.Send(new FindWorker(row.CaseId, request.Opens), cancellationToken);
        var inail = row.InailPosition ?? (row.ConventionId is { } convention ? await db.ScalarAsync<string>(SelectInail, new { Id = convention }, cancellationToken) : null);
        var sites = await mediator.Send(new FindHostSites(row.CompanyId), cancellationToken);
        var (seat, place) = (sites.FirstOrDefault(site => site.IsMain) ?? (sites.Count > 0 ? sites[0] : null), SiteOfWork.Of(row.Workplace, sites));
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
                Field("hostSeat", new("Sede legale: indirizzo", "Legal seat: address"), Street(seat), company) with { ToVerify = true },
                Field("hostSeatMunicipality", new("Sede legale: comune", "Legal seat: municipality"), seat?.MunicipalityName ?? host.MunicipalityName, company),
                Field("hostMunicipality", new("Sede legale: comune (codice ISTAT)", "Legal seat: municipality (ISTAT code)"), seat?.MunicipalityIstat ?? host.MunicipalityIstat, company),
                Field("workplace", new("Sede di lavoro: indirizzo", "Workplace: address"), row.Workplace ?? Street(seat), company),
                Field("workplaceMunicipality", new("Sede di lavoro: comune", "Workplace: municipality"), place.Site?.MunicipalityName, company) with { ToVerify = place is { Site: not null, IsSure: false } },
                Field("workplaceMunicipalityCode", new("Sede di lavoro: comune (codice ISTAT)", "Workplace: municipality (ISTAT code)"), place.Site?.MunicipalityIstat, company) with { ToVerify = place is { Site: not null, IsSure: false } },
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
            [
                Field("contract", new("Tipologia contrattuale", "Contract"), "C.01.00", papers),
                Field("internshipType", new("Tipologia di tirocinio", "Type of internship"), (row.Kind is InternshipKind.SocialInclusion
                    ? new Words("Tirocinio di inclusione sociale", "Social inclusion internship") : new Words("Tirocinio extracurriculare", "Extracurricular internship")).ToString(), papers),
                Field("internCategory", new("Categoria del tirocinante", "Category of the intern"), InternCategory.Of(row.Kind, forCase.HasDisability, forCase.IsDisadvantaged).ToString(), person) with { ToVerify = true },
                Field("startsOn", new("Data di inizio", "First day"), Day(row.StartsOn), papers),
                .. change.Fields,
                Field("weeklyHours", new("Ore settimanali", "Hours a week"), WeeklyTime.Short(row.WeeklyHours), papers),
                Field("qualification", new("Qualifica: attività", "Qualification: duties"), row.Duties, papers),
                Field("pay", new("Indennità mensile lorda, euro", "Gross monthly allowance, euro"), (row.AllowanceCents / 100m).ToString("0.00", CultureInfo.GetCultureInfo("it-IT")), papers),
            ]),
        ];
        return new(
            request.Of, change.DueOn, change.ToVerify, change.SentOn, change.Protocol,
            groups.Sum(group => group.Fields.Count(field => field.Value is null && !field.IsMasked)), groups.Sum(group => group.Fields.Count(field => field.IsMasked)), groups);
    }

    /// <summary>Days, deadline and receipt of what is communicated.</summary>
    /// <exception cref="ConflictException"><c>internship.no-extension</c> or <c>internship.no-cessation-due</c> (409).</exception>
    private static Change ChangeOf(ShowCommunicationSheet request, InternshipRow row, IReadOnlyList<ExtensionRow> extensions)
    {
        Words papers = new("firme e documenti", "signatures and documents");
        var sent = Field("startProtocol", new("Protocollo della comunicazione di inizio", "Protocol number of the communication of the start"), row.CommunicationProtocol, papers);
        switch (request.Of)
        {
            case CommunicationOf.Extension:
                var extension = (request.ExtensionId is { } id ? extensions.FirstOrDefault(one => one.Id == id) : extensions.Count > 0 ? extensions[0] : null)
                    ?? throw new ConflictException("internship.no-extension", new("Questo tirocinio non ha proroghe né fini spostate da comunicare.", "This internship has neither an extension nor a moved end to communicate."));
                return new(CommunicationIsSent.DeadlineOfChange(row.HostType, extension.EndsBefore), true, extension.SentOn, extension.Protocol,
                [
                    sent,
                    Field("endsBefore", new("Data di fine già comunicata", "Last day that was communicated"), Day(extension.EndsBefore), papers),
                    Field("endsOn", new("Data di fine della proroga", "Last day of the extension"), Day(extension.EndsOn), papers),
                ]);
            case CommunicationOf.Cessation:
                var due = row.CessationDueOn
                    ?? throw new ConflictException("internship.no-cessation-due", new("Questo tirocinio non ha una fine anticipata da comunicare.", "This internship has no early end to communicate."));
                return new(due, true, row.CessationSentOn, row.CessationProtocol,
                [
                    sent,
                    Field("endsBefore", new("Data di fine già comunicata", "Last day that was communicated"), Day(KnownEnd(row, extensions)), papers),
                    Field("endedOn", new("Data di cessazione", "Day of the end"), row.EndedOn is { } ended ? Day(ended) : null, papers),
                    Field("cessationCause", new("Causa della cessazione", "Cause of the end"), row.Outcome is { } outcome ? CessationCause.Of(outcome).ToString() : null, papers) with { ToVerify = true },
                ]);
            default:
                return new(
                    CommunicationIsSent.Deadline(row.HostType, row.StartsOn), row.HostType is not HostType.PrivateEmployer, row.CommunicationSentOn, row.CommunicationProtocol,
                    // At the start the first last day is told: a later one is the extension's own communication.
                    [Field("endsOn", new("Data di fine", "Last day"), Day(extensions.Count > 0 ? extensions[^1].EndsBefore : row.EndsOn), papers)]);
        }
    }

    private static DateOnly KnownEnd(InternshipRow row, IReadOnlyList<ExtensionRow> extensions) =>
        extensions.Any(one => one.Protocol is null)
            ? extensions.Where(one => one.Protocol is null).Min(one => one.EndsBefore)
            : extensions.Select(one => one.EndsOn).Append(row.EndsOn).Max();

    private static string? Street(HostSite? site) => site is null ? null : string.Join(", ", new[] { site.Address, site.PostalCode }.Where(part => !string.IsNullOrEmpty(part)));

    private sealed record ExtensionRow(Guid Id, DateOnly EndsBefore, DateOnly EndsOn, string? Protocol, DateOnly? SentOn);

    private sealed record Change(DateOnly DueOn, bool ToVerify, DateOnly? SentOn, string? Protocol, IReadOnlyList<SheetField> Fields);

    private static SheetGroup Group(Words name, params IReadOnlyList<SheetField> fields) => new(name.ToString(), fields);

    private static SheetField Field(string code, Words name, string? value, Words where) =>
        string.IsNullOrWhiteSpace(value) ? new(code, name.ToString(), null, where.ToString()) : new(code, name.ToString(), value.Trim(), null);

    private static SheetField Masked(string code, Words name, string? value, bool isMasked, Words where) =>
        isMasked ? new(code, name.ToString(), null, null, IsMasked: true) : Field(code, name, value, where);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
