using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace InclusionPlatform.Api.Access;

/// <summary>Checks e-mail and password. Not a transaction: a failure must be counted, and the slow hash must hold no lock.</summary>
/// <param name="Email">E-mail address of the account.</param>
/// <param name="Password">After six wrong ones in a row the account is shut for ten minutes.</param>
internal sealed record SignIn(string Email, string Password) : IRequest<PlatformUser>;

internal static class SignInEndpoint
{
    public static void MapSignIn(this IEndpointRouteBuilder auth) => auth
        .MapPost("/sign-in", Handle)
        .WithName("signIn")
        .WithSummary("Sign in and open a browser session")
        .RequireRateLimiting(Http.RateLimits.SignIn)
        .AllowAnonymous();

    private static async Task<Ok<Me>> Handle(SignIn body, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        var user = await mediator.Send(body, ct);
        var roles = await mediator.Send(new RolesOf(user.Id), ct);
        await Sessions.OpenAsync(http, user, roles);
        return TypedResults.Ok(await mediator.Send(new GetMe(), ct));
    }
}

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(form => form.Email).NotEmpty().MaximumLength(254);
        RuleFor(form => form.Password).NotEmpty().MaximumLength(200);
    }
}

internal sealed class SignInHandler(UserManager<PlatformUser> users, IPasswordHasher<PlatformUser> hasher, UnknownSignIns unknown, IAuditTrail audit) : IRequestHandler<SignIn, PlatformUser>
{
    private static readonly PlatformUser Nobody = new();
    private static string? nobodysHash;

    public async Task<PlatformUser> Handle(SignIn form, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(form.Email.Trim());
        if (user is null || user.DisplayName.Length == 0)
        {
            if (unknown.IsLockedOut(form.Email))
            {
                throw LockedOut();
            }

            // Takes as long as a wrong password does, so that nobody learns which addresses have an account.
            nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, nobodysHash, form.Password);
            throw unknown.Failed(form.Email) ? LockedOut() : WrongCredentials();
        }

        if (await users.IsLockedOutAsync(user))
        {
            throw LockedOut();
        }

        if (!await users.CheckPasswordAsync(user, form.Password))
        {
            await users.AccessFailedAsync(user);
            throw await users.IsLockedOutAsync(user) ? LockedOut() : WrongCredentials();
        }

        if (user.DisabledAt is not null)
        {
            throw WrongCredentials();
        }

        if (user.AccessFailedCount > 0)
        {
            await users.ResetAccessFailedCountAsync(user);
        }

        audit.Reads("user", user.Id, "sign-in");
        return user;
    }

    private static RequestException WrongCredentials() => new(StatusCodes.Status401Unauthorized, "session.wrong-credentials", new(
        "E-mail o password non corrispondono. Controllare le maiuscole e riprovare.",
        "E-mail or password do not match. Check capital letters and try again."));

    private static RequestException LockedOut() => new(StatusCodes.Status401Unauthorized, "session.locked-out", new(
        "Troppi tentativi sbagliati: l'accesso è sospeso per 10 minuti. Se la password è dimenticata, chiedere all'amministratore di reimpostarla.",
        "Too many wrong attempts: access is suspended for 10 minutes. If the password is forgotten, ask the administrator to reset it."));
}

internal sealed record RolesOf(Guid UserId) : IQuery<IReadOnlySet<Role>>;

internal sealed class RolesOfHandler(IDbSession db) : IRequestHandler<RolesOf, IReadOnlySet<Role>>
{
    private const string Select = "select role from access_user_role where user_id = @UserId order by role";

    public async Task<IReadOnlySet<Role>> Handle(RolesOf request, CancellationToken cancellationToken) =>
        (await db.QueryAsync<string>(Select, new { request.UserId }, cancellationToken)).Select(role => Enum.Parse<Role>(role, ignoreCase: true)).ToHashSet();
}
