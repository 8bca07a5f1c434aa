using System.Globalization;
using InclusionPlatform.Beneficiaries.Participation.Rules;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using InclusionPlatform.Shared.Privacy;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>The common indicators of a programme.</summary>
internal sealed record GetIndicators(Guid ProgrammeId) : IQuery<IndicatorsView>;

/// <summary>The indicators, or the participants without names, as a file.</summary>
internal sealed record ExportParticipants(Guid ProgrammeId, ExportedPart Part) : IQuery<ParticipantsSheet>;

/// <summary>What leaves as a file.</summary>
internal enum ExportedPart
{
    Indicators,

    /// <summary>A row for each participant, by a pseudonym, without what is encrypted.</summary>
    Participants,
}

internal sealed record ParticipantsSheet(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows);

internal static class GetIndicatorsEndpoint
{
    public static void MapGetIndicators(this IEndpointRouteBuilder programmes)
    {
        programmes
            .MapGet("/{programmeId:guid}/indicators", Read)
            .WithName("getIndicators")
            .WithSummary("Count the participants of a programme by the common indicators of FSE+; small counts of special categories are left out")
            .RequireRight(ParticipationRoom.Report);
        programmes
            .MapGet("/{programmeId:guid}/indicators/file", Indicators)
            .WithName("exportIndicators")
            .WithSummary("Export the indicators of a programme as XLSX; logged")
            .RequireRight(ParticipationRoom.Report);
        programmes
            .MapGet("/{programmeId:guid}/participations/file", Participants)
            .WithName("exportParticipants")
            .WithSummary("Export the participants of a programme by pseudonym as XLSX, without what is of special categories of data; logged")
            .RequireRight(ParticipationRoom.Report);
    }

    private static Task<IndicatorsView> Read(Guid programmeId, IMediator mediator, CancellationToken ct) => mediator.Send(new GetIndicators(programmeId), ct);

    private static async Task<SheetFile> Indicators(Guid programmeId, IMediator mediator, CancellationToken ct) =>
        Sheet(new("indicatori", "indicators"), await mediator.Send(new ExportParticipants(programmeId, ExportedPart.Indicators), ct));

    private static async Task<SheetFile> Participants(Guid programmeId, IMediator mediator, CancellationToken ct) =>
        Sheet(new("partecipanti", "participants"), await mediator.Send(new ExportParticipants(programmeId, ExportedPart.Participants), ct));

    private static SheetFile Sheet(Words name, ParticipantsSheet sheet) => new(SheetFormat.Xlsx, name.ToString(), sheet.Headers, sheet.Rows.ToAsyncEnumerable());
}

internal sealed class GetIndicatorsHandler(IDbSession db, ParticipationDesk desk, SensitiveFields sensitive, IKeyedHash hash, IAuditTrail audit)
    : IRequestHandler<GetIndicators, IndicatorsView>, IRequestHandler<ExportParticipants, ParticipantsSheet>
{
    private const int PseudonymLength = 10, QuarterMonths = 3;

    private const string CountProgramme = "select count(*) from beneficiaries_programme where id = @ProgrammeId";

    private const string SelectTally = "select indicator as Indicator, gender as Gender, people as People from beneficiaries_participation_tally where programme_id = @ProgrammeId";

    public async Task<IndicatorsView> Handle(GetIndicators request, CancellationToken cancellationToken)
    {
        await DemandProgrammeAsync(request.ProgrammeId, cancellationToken);
        audit.Reads("programme", request.ProgrammeId, "read-indicators");
        return new(await CountAsync(request.ProgrammeId, cancellationToken));
    }

    public async Task<ParticipantsSheet> Handle(ExportParticipants request, CancellationToken cancellationToken)
    {
        await DemandProgrammeAsync(request.ProgrammeId, cancellationToken);
        var sheet = request.Part is ExportedPart.Indicators ? await IndicatorsAsync(request.ProgrammeId, cancellationToken) : await ParticipantsAsync(request.ProgrammeId, cancellationToken);
        audit.Exports("participations", string.Create(CultureInfo.InvariantCulture, $"{request.Part.Code()}; rows={sheet.Rows.Count}"));
        return sheet;
    }

    private async Task<IReadOnlyList<IndicatorCount>> CountAsync(Guid programmeId, CancellationToken ct)
    {
        var facts = (await desk.AllAsync(programmeId, null, ct)).Select(row => new ParticipantFacts(
            row.Gender, row.Age, row.Education, row.Employment, row.LongTerm, row.Rural, sensitive.Open<SpecialAnswers>(row.SpecialCipher), row.LeftOn, row.Situation, row.Qualification,
            row.SixMonthsSituation, row.Improved)).ToArray();
        return CommonIndicators.Count(facts, await db.QueryAsync<TalliedPeople>(SelectTally, new { ProgrammeId = programmeId }, ct));
    }

    private async Task<ParticipantsSheet> IndicatorsAsync(Guid programmeId, CancellationToken ct)
    {
        Words[] headers = [new("Indicatore", "Indicator"), new("Che cosa conta", "What it counts"), new("Donne", "Women"), new("Uomini", "Men"), new("Persone non binarie", "Non-binary people"), new("Totale", "Total")];
        static object Cell(int? count) => count is { } known ? known : new Words("meno di 5", "fewer than 5").ToString();
        return new([.. headers.Select(header => header.ToString())], [.. (await CountAsync(programmeId, ct)).Select(one => new object?[]
        {
            one.Code, IndicatorNames.Of(one.Code).ToString(), Cell(one.Women), Cell(one.Men), Cell(one.NonBinary), Cell(one.Total),
        })]);
    }

    // Age by the bands of the indicators and days by the quarter, in the order of the pseudonym: a row does not tell who entered when.
    private async Task<ParticipantsSheet> ParticipantsAsync(Guid programmeId, CancellationToken ct)
    {
        Words[] headers =
        [
            new("Pseudonimo", "Pseudonym"), new("Genere", "Gender"), new("Età", "Age"), new("Istruzione", "Education"), new("Lavoro all'ingresso", "Work at entry"), new("Disoccupazione lunga", "Long unemployed"),
            new("Zona rurale", "Rural area"), new("Ingresso", "Entry"), new("Uscita", "Exit"), new("All'uscita", "On leaving"), new("Qualifica", "Qualification"), new("Dopo sei mesi", "After six months"),
        ];
        return new([.. headers.Select(header => header.ToString())], [.. (await desk.AllAsync(programmeId, null, ct))
            .Select(row => new object?[]
            {
                hash.Of("participation", row.Id.ToString("N"))[..PseudonymLength].ToUpperInvariant(), IndicatorNames.Of(row.Gender).ToString(), Band(row.Age), Level(row.Education),
                IndicatorNames.Of(row.Employment).ToString(), YesNo(row.LongTerm), row.Rural is Answer.NotSaid ? null : YesNo(row.Rural is Answer.Yes), Quarter(row.EnteredOn), Quarter(row.LeftOn),
                IndicatorNames.Of(row.Situation), row.LeftOn is null ? null : YesNo(row.Qualification == true), IndicatorNames.Of(row.SixMonthsSituation),
            })
            .OrderBy(cells => (string)cells[0]!, StringComparer.Ordinal)]);
    }

    private async Task DemandProgrammeAsync(Guid programmeId, CancellationToken ct)
    {
        if (await db.ScalarAsync<int>(CountProgramme, new { ProgrammeId = programmeId }, ct) == 0)
        {
            throw new NotFoundException("programme");
        }
    }

    private static string Band(int age) => age switch { < 18 => "0-17", < 30 => "18-29", < 55 => "30-54", _ => "55+" };

    private static string? Level(string? isced) => isced switch { "0" or "1" or "2" => "ISCED 0-2", "3" or "4" => "ISCED 3-4", null => null, _ => "ISCED 5-8" };

    private static string? Quarter(DateOnly? day) => day is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Year}-T{((known.Month - 1) / QuarterMonths) + 1}") : null;

    private static string? YesNo(bool? value) => value is { } known ? (known ? new Words("sì", "yes") : new Words("no", "no")).ToString() : null;
}
