using System.Globalization;
using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Internships.Lists;

/// <summary>Writes the internships chosen in a list into a file; those of people whom one may not see are left out.</summary>
internal sealed record ExportInternships(IReadOnlyList<Guid>? Ids, SheetFormat Format) : IQuery<InternshipExport>;

internal sealed record InternshipExport(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows);

internal static class ExportInternshipsEndpoint
{
    /// <param name="Ids">Ids of the internships.</param>
    internal sealed record ChosenToExport(IReadOnlyList<Guid>? Ids, SheetFormat? Format);

    public static void MapExportInternships(this IEndpointRouteBuilder internships) => internships
        .MapPost("/export", Handle)
        .WithName("exportInternships")
        .WithSummary("Export the internships chosen as XLSX or CSV")
        .RequireRight(InternshipsModule.Write);

    private static async Task<SheetFile> Handle(ChosenToExport body, IMediator mediator, CancellationToken ct)
    {
        var format = body.Format ?? SheetFormat.Xlsx;
        var export = await mediator.Send(new ExportInternships(body.Ids, format), ct);
        return new(format, Words.English ? "internships" : "tirocini", export.Headers, export.Rows.ToAsyncEnumerable());
    }
}

internal sealed class ExportInternshipsValidator : AbstractValidator<ExportInternships>
{
    public ExportInternshipsValidator()
    {
        RuleFor(export => export.Ids).NotEmpty();
        RuleFor(export => export.Ids).Must(ids => ids is null || ids.Count <= ChosenInternships.Most)
            .WithErrorCode("internships.too-many-chosen").WithMessage(_ => ChosenInternships.TooMany.ToString());
        RuleFor(export => export.Format).IsInEnum();
    }
}

internal sealed class ExportInternshipsHandler(InternshipQuery internships, IColleagues colleagues, IAuditTrail audit) : IRequestHandler<ExportInternships, InternshipExport>
{
    public async Task<InternshipExport> Handle(ExportInternships request, CancellationToken cancellationToken)
    {
        var chosen = request.Ids!.ToHashSet();
        var rows = new List<ListedRow>();
        await foreach (var row in internships.ReadAsync(new(), null, cancellationToken))
        {
            if (chosen.Remove(row.Row.Id))
            {
                rows.Add(row);
            }

            if (chosen.Count == 0)
            {
                break;
            }
        }

        var companies = await internships.CompaniesAsync(rows.Select(row => row.Row.CompanyId), cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        audit.Lists("beneficiary", rows.Select(row => row.Case.BeneficiaryId), "export-internships");
        audit.Exports("internships", string.Create(CultureInfo.InvariantCulture, $"chosen; rows={rows.Count}; format={request.Format.Code()}"));
        Words[] headers =
        [
            new("Persona", "Person"), new("Azienda", "Company"), new("Comune", "Municipality"), new("Tipo", "Kind"), new("Passo", "Step"), new("Dal", "From"), new("Al", "To"), new("Ore a settimana", "Hours a week"),
            new("Tutor del servizio", "Service's tutor"), new("Documenti che mancano", "Missing papers"),
        ];
        return new([.. headers.Select(header => header.ToString())], [.. rows.Select(row => new object?[]
        {
            row.Case.DisplayName, companies.GetValueOrDefault(row.Row.CompanyId)?.Name, companies.GetValueOrDefault(row.Row.CompanyId)?.MunicipalityName, KindOf(row.Row.Kind), StageOf(row.Row.Stage),
            row.Row.StartsOn, row.Row.EndedOn ?? row.Row.EndsOn, row.Row.WeeklyHours, names.GetValueOrDefault(row.Row.PromoterTutorId), row.Missing.Count,
        })]);
    }

    private static string KindOf(InternshipKind kind) => (kind is InternshipKind.SocialInclusion ? new Words("Inclusione sociale", "Social inclusion") : new Words("Extracurriculare", "Extracurricular")).ToString();

    private static string StageOf(InternshipStage stage) => (stage switch
    {
        InternshipStage.Draft => new Words("bozza", "draft"),
        InternshipStage.ToSign => new Words("alla firma", "to be signed"),
        InternshipStage.Ready => new Words("pronto", "ready"),
        InternshipStage.Active => new Words("attivo", "active"),
        InternshipStage.Suspended => new Words("sospeso", "suspended"),
        InternshipStage.Ended => new Words("concluso", "ended"),
        InternshipStage.EndedEarly => new Words("concluso prima", "ended early"),
        _ => new Words("annullato", "cancelled"),
    }).ToString();
}
