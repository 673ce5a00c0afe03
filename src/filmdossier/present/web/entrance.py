"""The way in: signing in with the token, and our own styles and scripts."""

import hmac

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from filmdossier.present.web.asked import shelf_of
from filmdossier.present.web.failing import refusal
from filmdossier.present.web.rendering import static_file
from filmdossier.present.web.security import signed_in

router = APIRouter()


@router.get("/static/{name}", name="static_file")
def static(name: str) -> Response:
    """A style or a script; its address changes with its content, so that it may be kept for ever."""
    found = static_file(name)
    if found is None:
        raise HTTPException(404, "Not Found")
    text, media_type = found
    return Response(text, media_type=media_type, headers={"Cache-Control": "public, max-age=31536000, immutable"})


@router.get("/sign-in", name="sign_in_form")
def sign_in_form(request: Request) -> Response:
    """The field for the token."""
    return refusal(
        request.scope, 401, "this library is served with a token", "open the address that the server printed", sign_in=True
    )


@router.post("/sign-in", name="sign_in")
def sign_in(request: Request, token: str = Form("", max_length=500)) -> Response:
    """Lets in whoever knows the token."""
    serving = shelf_of(request).serving
    if serving.token is None or hmac.compare_digest(token.strip().encode(), serving.token.encode()):
        return signed_in(RedirectResponse("/", status_code=303), serving)
    return refusal(request.scope, 401, "that is not the token", "copy it from where the server was started", sign_in=True)
