using FluentValidation;
using InclusionPlatform.Internships.RuleSets.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.RuleSets;

/// <summary>Reads a version.</summary>
internal sealed record GetRuleSet(Guid Id) : IQuery<RuleSet>;

/// <summary>Corrects a version that has not begun. Region and kind stay.</summary>
internal sealed record ChangeRuleSet : RuleSetVersion, ICommand
{
    public ChangeRuleSet(Guid id, int version, RuleSetVersion written) : base(written) => (Id, Version) = (id, version);

    public Guid Id { get; }

    public int Version { get; }
}

/// <summary>Takes away a version that has not begun.</summary>
internal sealed record DeleteRuleSet(Guid Id, int Version) : ICommand;

/// <summary>Says that figures were compared with the act: their marks go, the figures stay.</summary>
internal sealed record VerifyRuleSet(Guid Id, int Version, IReadOnlyList<string>? Figures) : ICommand;

internal static class ChangeRuleSetEndpoint
{
    internal sealed record VerifiedFigures(IReadOnlyList<string>? Figures);

    public static void MapChangeRuleSet(this IEndpointRouteBuilder sets)
    {
        sets.MapGet("/{id:guid}", Read).WithName("getInternshipRuleSet").WithSummary("Read a version of a region's rules").RequireRight(InternshipsModule.ReadRules);
        sets.MapPut("/{id:guid}", Handle).WithName("changeInternshipRuleSet").WithSummary("Correct a version that has not begun").RequireRight(InternshipsModule.WriteRules);
        sets.MapDelete("/{id:guid}", Delete).WithName("deleteInternshipRuleSet").WithSummary("Take away a version that has not begun").RequireRight(InternshipsModule.WriteRules);
        sets.MapPost("/{id:guid}/verification", Verify).WithName("verifyInternshipRuleSet").WithSummary("Say that figures were compared with the act").RequireRight(InternshipsModule.WriteRules);
    }

    private static async Task<VersionedOk<RuleSet>> Read(Guid id, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new GetRuleSet(id), ct));

    private static async Task<NoContent> Handle(Guid id, WrittenRuleSet body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeRuleSet(id, match.Version, body), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Delete(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DeleteRuleSet(id, match.Version), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Verify(Guid id, VerifiedFigures body, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new VerifyRuleSet(id, match.Version, body.Figures), ct);
        return TypedResults.NoContent();
    }
}

internal sealed class ChangeRuleSetValidator : AbstractValidator<ChangeRuleSet>
{
    public ChangeRuleSetValidator() => Include(new RuleSetVersionValidator());
}

internal sealed class VerifyRuleSetValidator : AbstractValidator<VerifyRuleSet>
{
    public VerifyRuleSetValidator() => RuleFor(verification => verification.Figures).NotEmpty();
}

internal sealed class ChangeRuleSetHandler(IDbSession db, RuleSetTable table, RuleSetBook book, ICurrentUser user, IAuditTrail audit, TimeProvider clock)
    : IRequestHandler<GetRuleSet, RuleSet>, IRequestHandler<ChangeRuleSet, Unit>, IRequestHandler<DeleteRuleSet, Unit>, IRequestHandler<VerifyRuleSet, Unit>
{
    private const string DeleteSet = "delete from internships_rule_set where id = @Id and version = @Version";

    private const string SetMarks = """
        update internships_rule_set set to_verify = @Marks, changed_at = @At, changed_by = @By, version = version + 1 where id = @Id and version = @Version
        """;

    public Task<RuleSet> Handle(GetRuleSet request, CancellationToken cancellationToken) => FindAsync(request.Id, cancellationToken);

    public async Task<Unit> Handle(ChangeRuleSet request, CancellationToken cancellationToken)
    {
        var before = await FindAsync(request.Id, cancellationToken);
        InForceStaysAsItWas.CheckNotBegun(before.ValidFrom, clock.Today());
        InForceStaysAsItWas.CheckFirstDay(request.ValidFrom!.Value, clock.Today());
        var set = request.AsRuleSet(before.Id, before.Version);
        if (set.Region != before.Region || set.Kind != before.Kind)
        {
            throw new FieldException(set.Region != before.Region ? "region" : "kind", "rule-set.fixed", new(
                "Regione e tipo di una versione non si cambiano: toglierla e scriverne un'altra.", "Region and kind of a version are not changed: take it away and write another."));
        }

        await book.ChangeAsync(set, request.Version, cancellationToken);
        audit.Changes("internship-rule-set", before.Id);
        return Unit.Value;
    }

    public async Task<Unit> Handle(DeleteRuleSet request, CancellationToken cancellationToken)
    {
        var before = await FindAsync(request.Id, cancellationToken);
        InForceStaysAsItWas.CheckNotBegun(before.ValidFrom, clock.Today());
        if (await db.ExecuteAsync(DeleteSet, new { request.Id, request.Version }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("internship-rule-set", before.Id);
        return Unit.Value;
    }

    public async Task<Unit> Handle(VerifyRuleSet request, CancellationToken cancellationToken)
    {
        var before = await FindAsync(request.Id, cancellationToken);
        if (request.Figures!.FirstOrDefault(figure => !before.IsToVerify(figure)) is not null)
        {
            throw new FieldException("figures", "rule-set.not-to-verify", new(
                "Uno di questi valori non è tra quelli da verificare: rileggere la versione.", "One of these figures is not among those to be verified: read the version again."));
        }

        var marks = string.Join(' ', before.ToVerify.Except(request.Figures!));
        if (await db.ExecuteAsync(SetMarks, new { request.Id, request.Version, Marks = marks, At = clock.GetUtcNow(), By = user.Id }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        audit.Changes("internship-rule-set", before.Id);
        return Unit.Value;
    }

    private async Task<RuleSet> FindAsync(Guid id, CancellationToken ct) =>
        RuleSetTable.Standing(await table.AllAsync(ct), clock.Today()).FirstOrDefault(set => set.Id == id) ?? throw new NotFoundException("rule-set");
}
