using InclusionPlatform.Internships.Lifecycle;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Lists;

/// <summary>The internships that are not over, by step, each with what blocks it; and those that are, as long as a communication of theirs is due.</summary>
/// <param name="Mine">Only those of which whoever asks is the tutor.</param>
/// <param name="Block">Only those that this blocks: a column shows its first cards, and what few wait for may be on none of them.</param>
internal sealed record ShowBoard(bool Mine, BlockCode? Block) : IQuery<Board>;

/// <param name="Columns">One for each step, in order.</param>
/// <param name="Blocks">How many each thing blocks, what blocks most first; of all, whatever is asked for.</param>
internal sealed record Board(IReadOnlyList<BoardColumn> Columns, IReadOnlyList<BoardBlock> Blocks);

/// <param name="Stage">The step.</param>
/// <param name="Count">How many are there.</param>
/// <param name="Cards">The first of them, what is blocked and urgent first.</param>
internal sealed record BoardColumn(InternshipStage Stage, int Count, IReadOnlyList<BoardCard> Cards);

/// <param name="Code">What blocks.</param>
/// <param name="Count">How many it blocks.</param>
internal sealed record BoardBlock(BlockCode Code, int Count);

/// <param name="Id">The internship.</param>
/// <param name="PersonName">Cognome Nome.</param>
/// <param name="CompanyName">The host.</param>
/// <param name="On">The day that counts: the first of one to come, the last of one that runs.</param>
/// <param name="Blocks">What blocks it; none when it goes on by itself.</param>
internal sealed record BoardCard(Guid Id, string PersonName, string CompanyName, DateOnly On, IReadOnlyList<BlockCode> Blocks);

/// <summary>What holds an internship up.</summary>
internal enum BlockCode
{
    Convention,
    Project,
    Communication,
    Inail,
    Liability,
    HostDeclaration,

    /// <summary>An extension is to be communicated.</summary>
    ExtensionCommunication,

    /// <summary>An end before its day is to be communicated.</summary>
    CessationCommunication,

    /// <summary>A register of a month that is over is not closed.</summary>
    Register,

    /// <summary>Its last day has passed without an outcome.</summary>
    PastEnd,
}

internal static class ShowBoardEndpoint
{
    public static void MapShowBoard(this IEndpointRouteBuilder internships) => internships
        .MapGet("/board", Handle)
        .WithName("showInternshipBoard")
        .WithSummary("The internships that are not over, by step and by what blocks them")
        .RequireRight(InternshipsModule.Read);

    private static async Task<Ok<Board>> Handle(bool? mine, string? block, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowBoard(mine ?? false, QueryCode.Read<BlockCode>(block, "block")), ct));
}

internal sealed class ShowBoardHandler(InternshipQuery internships, IAuditTrail audit, ICurrentUser user, TimeProvider clock) : IRequestHandler<ShowBoard, Board>
{
    private const int MostCards = 40;

    private static readonly InternshipStage[] Steps = [InternshipStage.Draft, InternshipStage.ToSign, InternshipStage.Ready, InternshipStage.Active, InternshipStage.Suspended];

    // Their columns are there only while something of theirs is due.
    private static readonly InternshipStage[] Over = [InternshipStage.EndedEarly, InternshipStage.Ended];

    public async Task<Board> Handle(ShowBoard request, CancellationToken cancellationToken)
    {
        var tutor = request.Mine ? user.Id : (Guid?)null;
        var today = clock.Today();
        var awaited = new HashSet<Guid>();
        await foreach (var row in internships.ReadAsync(new(TutorId: tutor, Due: InternshipDue.RegisterMissing), null, cancellationToken))
        {
            awaited.Add(row.Row.Id);
        }

        var all = new List<(ListedRow Listed, IReadOnlyList<BlockCode> Blocks)>();
        foreach (var state in new[] { InternshipState.Proposed, InternshipState.Active })
        {
            await foreach (var row in internships.ReadAsync(new(state, TutorId: tutor), null, cancellationToken))
            {
                all.Add((row, BlocksOf(row, awaited.Contains(row.Row.Id), today)));
            }
        }

        foreach (var due in new[] { InternshipDue.CessationMissing, InternshipDue.ExtensionMissing })
        {
            await foreach (var row in internships.ReadAsync(new(TutorId: tutor, Due: due), null, cancellationToken))
            {
                if (row.Row.State is not InternshipState.Active && all.TrueForAll(one => one.Listed.Row.Id != row.Row.Id))
                {
                    all.Add((row, BlocksOf(row, awaited.Contains(row.Row.Id), today)));
                }
            }
        }

        var asked = request.Block is { } block ? all.FindAll(one => one.Blocks.Contains(block)) : all;
        var steps = Steps.Concat(Over.Where(step => all.Exists(one => one.Listed.Row.Stage == step)));
        var columns = steps.Select(step => (Step: step, Rows: asked.Where(one => one.Listed.Row.Stage == step)
            .OrderBy(one => one.Blocks.Count == 0).ThenBy(one => DayOf(one.Listed)).ThenBy(one => one.Listed.Row.Id).ToArray())).ToArray();
        var cards = columns.SelectMany(column => column.Rows.Take(MostCards)).ToArray();
        audit.Lists("beneficiary", cards.Select(one => one.Listed.Case.BeneficiaryId), "list-internships");
        var companies = await internships.CompaniesAsync(cards.Select(one => one.Listed.Row.CompanyId), cancellationToken);
        return new(
            [.. columns.Select(column => new BoardColumn(column.Step, column.Rows.Length, [.. column.Rows.Take(MostCards).Select(one => new BoardCard(
                one.Listed.Row.Id, one.Listed.Case.DisplayName, companies.GetValueOrDefault(one.Listed.Row.CompanyId)?.Name ?? "", DayOf(one.Listed), one.Blocks))]))],
            [.. all.SelectMany(one => one.Blocks).GroupBy(code => code).OrderByDescending(codes => codes.Count()).ThenBy(codes => codes.Key).Select(codes => new BoardBlock(codes.Key, codes.Count()))]);
    }

    private static DateOnly DayOf(ListedRow listed) => listed.Row.State is InternshipState.Proposed ? listed.Row.StartsOn : listed.Row.LastDay;

    private static List<BlockCode> BlocksOf(ListedRow listed, bool registerIsAwaited, DateOnly today)
    {
        var blocks = listed.Missing.Select(paper => Enum.Parse<BlockCode>(paper, ignoreCase: true)).ToList();
        if (registerIsAwaited)
        {
            blocks.Add(BlockCode.Register);
        }

        if (listed.Row.State is InternshipState.Active && listed.Row.EndsOn < today)
        {
            blocks.Add(BlockCode.PastEnd);
        }

        return blocks;
    }
}
