using FluentValidation;
using InclusionPlatform.Beneficiaries.Access;
using InclusionPlatform.Beneficiaries.People;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>Writes an objection, a restriction or a hold on a person.</summary>
internal sealed record SetMark(Guid PersonId, MarkKind? Kind, ObjectionScope? Scope, DateOnly? FromOn, DateOnly? UntilOn, string? Note) : ICommand<SetMarkAnswer>, IGoesOnWhileRestricted;

internal sealed record SetMarkAnswer(Guid Id);

/// <summary>The marks that hold today, for the head of the pages on which one works with the person.</summary>
internal sealed record ListMarks(Guid PersonId) : IQuery<MarksInForce>;

internal sealed record MarksInForce(IReadOnlyList<MarkInForce> Items);

/// <summary>A mark that holds; an objection with what it is to.</summary>
internal sealed record MarkInForce(Guid Id, MarkKind Kind, ObjectionScope? Scope, DateOnly FromOn, DateOnly? UntilOn);

/// <summary>Ends a mark today; that it was there stays written.</summary>
internal sealed record EndMark(Guid PersonId, Guid MarkId) : ICommand, IGoesOnWhileRestricted;

internal static class PersonMarksEndpoint
{
    /// <summary>The mark; what it is to is asked of an objection only.</summary>
    internal sealed record PersonMarkBody(MarkKind? Kind, ObjectionScope? Scope, DateOnly? FromOn, DateOnly? UntilOn, string? Note);

    public static void MapPersonMarks(this IEndpointRouteBuilder beneficiaries)
    {
        beneficiaries.MapGet("/{id:guid}/marks", List).WithName("listPersonMarks").WithSummary("Objections, restrictions and holds that hold today for a person").RequireRight(BeneficiariesModule.Read);
        beneficiaries.MapPost("/{id:guid}/marks", Set).WithName("setPersonMark").WithSummary("Write an objection, a restriction or a hold on a person").RequireRight(BeneficiariesModule.Write);
        beneficiaries.MapDelete("/{id:guid}/marks/{markId:guid}", End).WithName("endPersonMark").WithSummary("End a mark of a person today").RequireRight(BeneficiariesModule.Write);
    }

    private static Task<MarksInForce> List(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new ListMarks(id), ct);

    private static async Task<Created<SetMarkAnswer>> Set(Guid id, PersonMarkBody body, IMediator mediator, CancellationToken ct)
    {
        var set = await mediator.Send(new SetMark(id, body.Kind, body.Scope, body.FromOn, body.UntilOn, body.Note), ct);
        return TypedResults.Created($"/api/v1/beneficiaries/{id}/rights", set);
    }

    private static async Task<NoContent> End(Guid id, Guid markId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EndMark(id, markId), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class SetMarkValidator : AbstractValidator<SetMark>
{
    public SetMarkValidator(TimeProvider clock)
    {
        RuleFor(mark => mark.Kind).NotNull().IsInEnum();
        RuleFor(mark => mark.Scope).NotNull().When(mark => mark.Kind is MarkKind.Objection).WithErrorCode("mark.scope-needed")
            .WithMessage(_ => new Words("Indicare a che cosa la persona si oppone; se a tutto, scegliere «Tutto».", "Say what the person objects to; if to everything, choose \"Everything\".").ToString());
        RuleFor(mark => mark.Scope).Null().When(mark => mark.Kind is MarkKind.Restriction or MarkKind.Hold).WithErrorCode("mark.scope-of-objections")
            .WithMessage(_ => new Words("Solo un'opposizione ha un oggetto: toglierlo, o scegliere l'opposizione.", "Only an objection is to something: leave it out, or choose the objection.").ToString());
        RuleFor(mark => mark.Scope).IsInEnum();
        RuleFor(mark => mark.Note).NotEmpty().When(mark => mark.Scope is ObjectionScope.Other).WithErrorCode("mark.words-needed")
            .WithMessage(_ => new Words("Scrivere nella nota a che cosa la persona si oppone.", "Write in the note what the person objects to.").ToString());
        RuleFor(mark => mark.FromOn).NotNull().IsLikelyDay();
        RuleFor(mark => mark.FromOn).Must(day => day is null || day <= clock.Today()).WithErrorCode("mark.in-future").WithMessage(_ => Sentences.NotInFuture.ToString());
        RuleFor(mark => mark.UntilOn).IsLikelyDay();
        RuleFor(mark => mark.UntilOn).NotNull().When(mark => mark.Kind is MarkKind.Hold)
            .WithErrorCode("mark.until-needed").WithMessage(_ => new Words("Serve il giorno fino al quale conservare i documenti.", "The day until which papers are kept is needed.").ToString());
        RuleFor(mark => mark.Note).MaximumLength(1000);
    }
}

internal sealed class PersonMarksHandler(IDbSession db, NeedToKnow needToKnow, SensitiveFields sensitive, IAuditTrail audit, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ListMarks, MarksInForce>, IRequestHandler<SetMark, SetMarkAnswer>, IRequestHandler<EndMark, Unit>
{
    private const string Insert = """
        insert into beneficiaries_person_mark (id, beneficiary_id, kind, scope, note_cipher, from_on, until_on, set_by, set_at)
        values (@Id, @PersonId, @Kind, @Scope, @Note, @FromOn, @UntilOn, @By, @Now)
        """;

    private const string End = "update beneficiaries_person_mark set ended_on = @Today, ended_by = @By where id = @MarkId and beneficiary_id = @PersonId and ended_on is null";

    private const string SelectInForce = """
        select id as Id, kind as Kind, scope as Scope, from_on as FromOn, until_on as UntilOn
        from   beneficiaries_person_mark
        where  beneficiary_id = @PersonId and ended_on is null and from_on <= @Today and (until_on is null or until_on >= @Today)
        order by from_on, id
        """;

    public async Task<MarksInForce> Handle(ListMarks request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        audit.Reads("beneficiary", request.PersonId, "read-marks");
        return new(await db.QueryAsync<MarkInForce>(SelectInForce, new { request.PersonId, Today = clock.Today() }, cancellationToken));
    }

    public async Task<SetMarkAnswer> Handle(SetMark request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : sensitive.SealText(request.PersonId, request.Note.Trim());
        await db.ExecuteAsync(
            Insert, new { Id = id, request.PersonId, Kind = request.Kind!.Value.Code(), Scope = request.Scope?.Code(), Note = note, request.FromOn, request.UntilOn, By = user.Id, Now = now }, cancellationToken);
        audit.Changes("beneficiary", request.PersonId);
        return new(id);
    }

    public async Task<Unit> Handle(EndMark request, CancellationToken cancellationToken)
    {
        await needToKnow.PersonAsync(request.PersonId, Sight.Full, cancellationToken);
        if (await db.ExecuteAsync(End, new { request.MarkId, request.PersonId, Today = clock.Today(), By = user.Id }, cancellationToken) == 0)
        {
            throw new NotFoundException("mark");
        }

        audit.Changes("beneficiary", request.PersonId);
        return Unit.Value;
    }
}
