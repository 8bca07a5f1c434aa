using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Bulletin.Editions;

/// <summary>Starts the next edition. Numbers follow one another for ever; only the very first edition of an installation chooses its own.</summary>
internal sealed record CreateEdition : EditionContent, ICommand<CreatedEdition>
{
    /// <summary>Number of the first edition of an installation, such as 612 where the bulletin began long before the platform.</summary>
    public int? Number { get; init; }
}

/// <summary>The new edition.</summary>
/// <param name="Number">Its number, which is its name in addresses.</param>
internal sealed record CreatedEdition(int Number);

internal static class CreateEditionEndpoint
{
    public static void MapCreateEdition(this IEndpointRouteBuilder editions) => editions
        .MapPost("/", Handle)
        .WithName("createEdition")
        .WithSummary("Start the next edition of the bulletin")
        .RequireRight(BulletinModule.BulletinWrite);

    private static async Task<Created<CreatedEdition>> Handle(CreateEdition body, IMediator mediator, CancellationToken ct)
    {
        var created = await mediator.Send(body, ct);
        return TypedResults.Created($"/api/v1/bulletin/editions/{created.Number}", created);
    }
}

internal sealed class CreateEditionValidator : AbstractValidator<CreateEdition>
{
    public CreateEditionValidator()
    {
        Include(new EditionContentValidator());
        RuleFor(edition => edition.Number).InclusiveBetween(1, 1_000_000);
    }
}

internal sealed class CreateEditionHandler(IDbSession db, ICurrentUser user, IAuditTrail audit, TimeProvider clock) : IRequestHandler<CreateEdition, CreatedEdition>
{
    private const string SelectLast = "select max(number) from bulletin_edition";

    private const string Insert = """
        insert into bulletin_edition (id, number, title, intro, state, created_at, created_by, updated_at, version)
        values (@Id, @Number, @Title, @Intro, 'draft', @Now, @By, @Now, 1)
        """;

    public async Task<CreatedEdition> Handle(CreateEdition request, CancellationToken cancellationToken)
    {
        var last = await db.ScalarAsync<int?>(SelectLast, null, cancellationToken);
        var number = last + 1 ?? request.Number ?? 1;
        if (request.Number is { } asked && asked != number)
        {
            throw new FieldException("number", "edition.number-follows", new Words(
                "I numeri del bollettino si susseguono: il prossimo è il {0}.", "The numbers of the bulletin follow one another: the next is {0}.").With(number));
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(
            Insert, new { Id = id, Number = number, Title = request.Title!.Trim(), Intro = request.Intro?.Trim() ?? "", Now = now, By = user.Id }, cancellationToken,
            ifTaken: () => new("edition.number-taken", new("Un'altra persona ha appena creato lo stesso numero: ricaricare la pagina.", "Somebody else has just made the same edition: reload the page.")));
        await EditionWriting.WriteSectionsAsync(db, id, request, cancellationToken);
        audit.Changes("edition", id);
        return new(number);
    }
}
