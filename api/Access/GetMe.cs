using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Api.Access;

/// <summary>Who is signed in and what they may do.</summary>
internal sealed record GetMe : IQuery<Me>;

/// <summary>The person who is signed in.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Email">Address used to sign in.</param>
/// <param name="DisplayName">Name shown on screens.</param>
/// <param name="Roles">Roles in the service.</param>
/// <param name="Rights">Rights that follow from the roles.</param>
/// <param name="MustChangePassword">The password was set by somebody else and must be changed first.</param>
/// <param name="ServiceName">Name of the service, for the header.</param>
/// <param name="Demo">Whether the data are invented.</param>
internal sealed record Me(
    Guid Id, string Email, string DisplayName, IReadOnlyList<Role> Roles, IReadOnlyList<string> Rights, bool MustChangePassword, string ServiceName, bool Demo);

internal static class GetMeEndpoint
{
    public static void MapGetMe(this IEndpointRouteBuilder auth) => auth
        .MapGet("/me", Handle)
        .WithName("getMe")
        .WithSummary("Who is signed in, with roles and rights")
        .RequireAuthorization()
        .AllowBeforePasswordChange();

    private static async Task<Ok<Me>> Handle(HttpContext http, IMediator mediator, CancellationToken ct)
    {
        if (http.User.Identity?.AuthenticationType == Sessions.Scheme)
        {
            Sessions.GiveForgeryToken(http);
        }

        return TypedResults.Ok(await mediator.Send(new GetMe(), ct));
    }
}

internal sealed class GetMeHandler(IDbSession db, ICurrentUser user, RightRegistry rights, Hosting.PlatformOptions options) : IRequestHandler<GetMe, Me>
{
    private const string Select = "select email as Email, must_change_password as MustChangePassword from access_user where id = @Id";

    public async Task<Me> Handle(GetMe request, CancellationToken cancellationToken)
    {
        var account = await db.FindAsync<Account>(Select, new { user.Id }, cancellationToken);
        return new(
            user.Id, account?.Email ?? "", user.DisplayName, [.. user.Roles.Order()], [.. rights.All.Keys.Where(user.Has).Order(StringComparer.Ordinal)],
            account?.MustChangePassword ?? false, options.ServiceName, options.Demo);
    }

    private sealed record Account(string Email, bool MustChangePassword);
}
