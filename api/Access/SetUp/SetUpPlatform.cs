using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access.SetUp;

/// <summary>Makes the first administrator from the one-time link of the console.</summary>
/// <param name="Token">The secret that the platform printed where it was started for the first time.</param>
/// <param name="Email">E-mail address of the first administrator.</param>
/// <param name="DisplayName">Name and surname of the first administrator.</param>
/// <param name="Password">At least 12 characters.</param>
internal sealed record SetUpPlatform(string Token, string Email, string DisplayName, string Password) : ICommand<Guid>;

internal static class SetUpPlatformEndpoint
{
    public static void MapSetUpPlatform(this IEndpointRouteBuilder auth) => auth
        .MapPost("/set-up", Handle)
        .WithName("setUpPlatform")
        .WithSummary("Make the first administrator and sign in")
        .WithDescription("Only with the one-time link that the console shows at start while there is no administrator.")
        .RequireRateLimiting(Http.RateLimits.SignIn)
        .AllowAnonymous();

    private static async Task<Ok<Me>> Handle(SetUpPlatform body, HttpContext http, UserManager<PlatformUser> users, IMediator mediator, CancellationToken ct)
    {
        var id = await mediator.Send(body, ct);
        var user = (await users.FindByIdAsync(id.ToString()))!;
        await Sessions.OpenAsync(http, user, await mediator.Send(new RolesOf(id), ct));
        return TypedResults.Ok(await mediator.Send(new GetMe(), ct));
    }
}

internal sealed class SetUpPlatformValidator : AbstractValidator<SetUpPlatform>
{
    public SetUpPlatformValidator()
    {
        RuleFor(form => form.Token).NotEmpty().MaximumLength(100);
        RuleFor(form => form.Email).NotEmpty().MaximumLength(254).EmailAddress();
        RuleFor(form => form.DisplayName).NotEmpty().MaximumLength(120);
        RuleFor(form => form.Password).NotEmpty().MaximumLength(200);
    }
}

internal sealed class SetUpPlatformHandler(IDbSession db, IMediator mediator, TimeProvider clock) : IRequestHandler<SetUpPlatform, Guid>
{
    private const string Use = "update access_set_up_link set used_at = @Now where token_hash = @TokenHash and used_at is null and expires_at > @Now";

    public async Task<Guid> Handle(SetUpPlatform form, CancellationToken cancellationToken)
    {
        var used = await db.ExecuteAsync(Use, new { Now = clock.GetUtcNow(), TokenHash = Secrets.HashOf(form.Token) }, cancellationToken);
        if (used == 0 || await Administrators.ExistAsync(db, cancellationToken))
        {
            throw new RuleBrokenException("set-up.link-worthless", new(
                "Questo collegamento non vale più: è già stato usato, è scaduto o ne è stato creato uno più recente. Riavviando la piattaforma la console ne mostra uno nuovo, finché non c'è un amministratore.",
                "This link is worth nothing any more: it was used, it expired, or a newer one was made. Start the platform again: while there is no administrator, the console shows a new one."));
        }

        return (await mediator.Send(new CreateUser(form.Email, form.DisplayName, [Role.Administrator], form.Password), cancellationToken)).Id;
    }
}
