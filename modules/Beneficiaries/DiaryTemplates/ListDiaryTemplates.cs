using InclusionPlatform.Beneficiaries.Diary;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Beneficiaries.DiaryTemplates;

/// <summary>The texts to begin an entry with, by name.</summary>
internal sealed record ListDiaryTemplates : IQuery<IReadOnlyList<DiaryTemplate>>;

/// <summary>A text to begin an entry with.</summary>
/// <param name="Id">The template.</param>
/// <param name="Version">For changing it.</param>
/// <param name="Name">How it is chosen.</param>
/// <param name="Kind">The kind of entry that it is for.</param>
/// <param name="Text">Headings and hints.</param>
internal sealed record DiaryTemplate(Guid Id, int Version, string Name, DiaryKind Kind, string Text) : IVersioned;

internal static class ListDiaryTemplatesEndpoint
{
    public static void MapListDiaryTemplates(this IEndpointRouteBuilder templates) => templates
        .MapGet("/", Handle)
        .WithName("listDiaryTemplates")
        .WithSummary("List the templates of diary entries")
        .RequireRight(BeneficiariesModule.ReadDiaryTemplates);

    private static Task<IReadOnlyList<DiaryTemplate>> Handle(IMediator mediator, CancellationToken ct) => mediator.Send(new ListDiaryTemplates(), ct);
}

internal sealed class ListDiaryTemplatesHandler(IDbSession db) : IRequestHandler<ListDiaryTemplates, IReadOnlyList<DiaryTemplate>>
{
    private const string Select = """
        select id as Id, version as Version, name as Name, kind as Kind, text as Text
        from   beneficiaries_diary_template
        order by name, id
        """;

    public Task<IReadOnlyList<DiaryTemplate>> Handle(ListDiaryTemplates request, CancellationToken cancellationToken) => db.QueryAsync<DiaryTemplate>(Select, null, cancellationToken);
}
