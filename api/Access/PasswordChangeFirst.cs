using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace InclusionPlatform.Api.Access;

/// <summary>Whoever got a password from somebody else changes it before anything else.</summary>
internal static class PasswordChangeFirst
{
    /// <summary>Open also before the password is changed: changing it, signing out, asking who is signed in.</summary>
    public static TBuilder AllowBeforePasswordChange<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Allowed());

    public static async Task Require(HttpContext http, RequestDelegate next)
    {
        if (http.User.Identity?.AuthenticationType == Sessions.Scheme
            && http.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<Allowed>() is null
            && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            && await http.RequestServices.GetRequiredService<UserStamps>().MustChangePasswordAsync(Guid.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!), http.RequestAborted))
        {
            throw new ForbiddenException("password.must-change", new(
                "Prima di continuare occorre scegliere una password propria: quella in uso è stata data da un'altra persona.",
                "Choose a password of your own before going on: the one in use was given by somebody else."));
        }

        await next(http);
    }

    private sealed class Allowed;
}
